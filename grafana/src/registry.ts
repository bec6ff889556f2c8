/** Names from the region's directory, so that people read names where results carry codes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from './language';
import { ROOT } from './places';

type Row = Record<string, string>;

export const REGION = join(ROOT, 'jobs/reference/src/main/resources/regions/chengdu');

/** Files that the dashboards depend on. */
export const REGISTRY_FILES = [
  'region.yaml',
  'cities.csv',
  'routes.csv',
  'stops.csv',
  'air_stations.csv',
  'water_sections.csv',
];

/** A day on which a station or section must be registered to be drawn on the map. */
const DRAWN_ON = '2026-03-01';

export interface Site {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
}

export interface Section extends Site {
  river: string;
  downstream: string;
}

export const regionId = head('id');
export const timeZone = head('time_zone');

const cities = rows('cities.csv');
const routes = rows('routes.csv');
const stops = rows('stops.csv');
const stations = rows('air_stations.csv');
const sections = rows('water_sections.csv');

export function regionName(language: Language): string {
  return head(`name_${language}`);
}

export function cityNames(language: Language): Record<string, string> {
  return names(cities, 'city_code', `name_${language}`);
}

export function routeNames(): Record<string, string> {
  return names(routes, 'route_id', 'route_short_name');
}

export function stopNames(): Record<string, string> {
  return names(stops, 'stop_id', 'stop_name');
}

export function stationNames(): Record<string, string> {
  return names(stations, 'station_id', 'name');
}

export function sectionNames(): Record<string, string> {
  return Object.fromEntries(sections.map((row) => [row.section_id ?? '', `${row.river} · ${row.name}`]));
}

export function cityCentres(language: Language): Site[] {
  return cities.map((row) => site(row, 'city_code', `name_${language}`));
}

export function drawnStations(): Site[] {
  return stations.filter(drawn).map((row) => site(row, 'station_id', 'name'));
}

export function drawnSections(): Section[] {
  return sections.filter(drawn).map((row) => ({
    ...site(row, 'section_id', 'name'),
    river: row.river ?? '',
    downstream: row.downstream_id ?? '',
  }));
}

/** Sections from the springs down: a section comes right before the one that its water reaches, tributaries first. */
export function sectionsDownstream(): Section[] {
  const all = drawnSections();
  const ordered: Section[] = [];
  const place = (section: Section): void => {
    all.filter((other) => other.downstream === section.id).forEach(place);
    ordered.push(section);
  };
  all.filter((section) => section.downstream === '').forEach(place);
  return ordered;
}

function drawn(row: Row): boolean {
  return (row.valid_from ?? '') <= DRAWN_ON && ((row.valid_to ?? '') === '' || (row.valid_to ?? '') >= DRAWN_ON);
}

function site(row: Row, id: string, name: string): Site {
  return {
    id: row[id] ?? '',
    name: row[name] ?? '',
    longitude: Number(row.longitude),
    latitude: Number(row.latitude),
  };
}

function names(table: Row[], key: string, name: string): Record<string, string> {
  return Object.fromEntries(table.map((row) => [row[key] ?? '', row[name] ?? '']));
}

function head(key: string): string {
  const line = text('region.yaml').split('\n').find((candidate) => candidate.startsWith(`${key}:`));
  if (line === undefined) {
    throw new Error(`region.yaml has no ${key}`);
  }
  return line.slice(key.length + 1).trim();
}

/** No cell of the registry holds a comma or a quote; one that did would not have as many cells as the header. */
function rows(file: string): Row[] {
  const [header, ...lines] = text(file).split('\n').filter((line) => line !== '');
  const columns = (header ?? '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) {
      throw new Error(`${file}: ${line} has not ${columns.length} cells`);
    }
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

function text(file: string): string {
  return readFileSync(join(REGION, file), 'utf8').replaceAll('\r', '');
}
