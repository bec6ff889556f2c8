/**
 * A map of the region drawn by coordinates, without tiles of a map server, which a wall screen may not reach: stations and
 * sections are boxes in the colour of their last level, pushed apart where they would cover each other.
 */
import * as canvas from '@grafana/grafana-foundation-sdk/canvas';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { Language } from './language';
import { dressed, Plan, Sized } from './panels';
import { cityCentres, drawnSections, drawnStations, Site } from './registry';
import { colours } from './style';

/** In percent of the panel. */
const BOX = { width: 7.8, height: 3.8 };
const MARGIN = 4.5;

/** While pushed, all are also drawn back to where they belong; then pushed until nothing overlaps. */
const ROUNDS = { drawn: 2000, last: 4000 };
const PUSH = 0.2;
const DRAW = 0.01;

interface Spot {
  site: Site;
  kind: 'station' | 'section' | 'city';
  x: number;
  y: number;
}

export function map(plan: Plan, language: Language): Sized {
  const builder = new canvas.PanelBuilder()
    .colorScheme(new dashboard.FieldColorBuilder().mode(dashboard.FieldColorModeId.Thresholds))
    .inlineEditing(false)
    .showAdvancedTypes(true)
    .panZoom(false)
    .root({ name: 'region', type: 'frame', elements: spots(language).map(element) });
  return dressed(builder, plan, language);
}

function element(spot: Spot): canvas.CanvasElementOptions {
  const city = spot.kind === 'city';
  const unknown = colours.plain.unknown;
  return {
    name: `${spot.kind} ${spot.site.id}`,
    type: city ? 'text' : 'rectangle',
    config: {
      align: 'center',
      valign: 'middle',
      size: city ? 24 : 13,
      color: { fixed: city ? colours.plain.unknown : colours.plain.onLight },
      text: { mode: 'fixed', fixed: spot.site.name },
    },
    background: { color: city ? { fixed: colours.plain.none } : { field: spot.site.id, fixed: unknown } },
    border: {
      color: { fixed: spot.kind === 'section' ? colours.waterClass[1] : colours.plain.line },
      width: city ? 0 : spot.kind === 'section' ? 3 : 1,
    },
    constraint: { horizontal: canvas.HorizontalConstraint.Scale, vertical: canvas.VerticalConstraint.Scale },
    placement: {
      left: percent(spot.x - BOX.width / 2),
      right: percent(100 - spot.x - BOX.width / 2),
      top: percent(spot.y - BOX.height / 2),
      bottom: percent(100 - spot.y - BOX.height / 2),
    },
  } as canvas.CanvasElementOptions;
}

function spots(language: Language): Spot[] {
  const all: Spot[] = [
    ...cityCentres(language).map((site) => spot(site, 'city')),
    ...drawnStations().map((site) => spot(site, 'station')),
    ...drawnSections().map((site) => spot(site, 'section')),
  ];
  const east = all.map((one) => one.x);
  const north = all.map((one) => one.y);
  const scaled = (value: number, values: number[]): number => {
    const least = Math.min(...values);
    return MARGIN + ((100 - 2 * MARGIN) * (value - least)) / (Math.max(...values) - least);
  };
  const homes = all.map((one) => ({ x: scaled(one.x, east), y: 100 - scaled(one.y, north) }));
  const drawn = all.map((one, index) => ({ ...one, ...homes[index] }));
  for (let round = 0; round < ROUNDS.drawn; round++) {
    drawn.forEach((one, index) => {
      one.x += DRAW * ((homes[index]?.x ?? one.x) - one.x);
      one.y += DRAW * ((homes[index]?.y ?? one.y) - one.y);
    });
    pushApart(drawn);
  }
  for (let round = 0; round < ROUNDS.last; round++) {
    pushApart(drawn);
  }
  return drawn;
}

function spot(site: Site, kind: Spot['kind']): Spot {
  return { site, kind, x: site.longitude, y: site.latitude };
}

/** Each pair that overlaps moves some of what is missing, along the axis on which less is missing. */
function pushApart(drawn: Spot[]): void {
  drawn.forEach((one, index) => {
    for (const other of drawn.slice(index + 1)) {
      const x = BOX.width + 0.3 - Math.abs(one.x - other.x);
      const y = BOX.height + 0.3 - Math.abs(one.y - other.y);
      if (x > 0 && y > 0) {
        const axis = x < y ? 'x' : 'y';
        const step = PUSH * Math.min(x, y) * (one[axis] < other[axis] ? -1 : 1);
        one[axis] = within(one[axis] + step);
        other[axis] = within(other[axis] - step);
      }
    }
  });
}

function within(value: number): number {
  return Math.min(100 - MARGIN, Math.max(MARGIN, value));
}

function percent(value: number): number {
  return Math.round(value * 100) / 100;
}
