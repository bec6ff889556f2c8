/** The few kinds of panels, in the one style that all dashboards share. */
import * as cog from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { Ask, DATASOURCE, QueryBuilder } from './influxql';
import { action, Language, PanelWords, say, title, Words } from './language';
import { Limits, steps, thresholds, Unit, unit } from './style';

/** What every panel says of itself; width of 24, height in rows. */
export interface Plan {
  words: PanelWords;
  size: readonly [width: number, height: number];
  unit: Unit;
  asks: Ask[];
  limits?: Limits;
  decimals?: number;
  minimum?: number;
  maximum?: number;
  /** Names in place of ids, and of what else series are called. */
  names?: Record<string, string>;
  mappings?: dashboard.ValueMapping[];
  overrides?: Override[];
  transformations?: dashboard.DataTransformerConfig[];
  /** The shortest step of queries that group by time. */
  step?: string;
  /** The cluster's own time, when a past day is on show. */
  last?: string;
}

export interface Override {
  matcher: dashboard.MatcherConfig;
  properties: dashboard.DynamicConfigValue[];
}

/** A panel that has no place yet. */
export interface Sized {
  size: readonly [number, number];
  at(id: number, position: dashboard.GridPos): cog.Builder<dashboard.Panel>;
}

/** What the builders of all kinds of panels have in common. */
interface Common<B> extends cog.Builder<dashboard.Panel> {
  id(id: number): B;
  gridPos(position: dashboard.GridPos): B;
  title(text: string): B;
  description(text: string): B;
  datasource(source: common.DataSourceRef): B;
  targets(targets: cog.Builder<cog.Dataquery>[]): B;
  unit(unit: string): B;
  thresholds(thresholds: cog.Builder<dashboard.ThresholdsConfig>): B;
  decimals(decimals: number): B;
  min(minimum: number): B;
  max(maximum: number): B;
  mappings(mappings: dashboard.ValueMapping[]): B;
  overrides(overrides: Override[]): B;
  transformations(transformations: dashboard.DataTransformerConfig[]): B;
  interval(interval: string): B;
  timeFrom(from: string): B;
  noValue(text: string): B;
}

export function dressed<B extends Common<B>>(builder: B, plan: Plan, language: Language): Sized {
  const named = Object.entries(plan.names ?? {}).map(([id, name]) => byName(id, [{ id: 'displayName', value: name }]));
  builder
    .title(say(title(plan.words), language))
    .description(say(action(plan.words), language))
    .datasource(DATASOURCE)
    .targets(plan.asks.map((ask, index) => new QueryBuilder(ask, String.fromCharCode('A'.charCodeAt(0) + index))))
    .unit(unit(plan.unit))
    .thresholds(thresholds(plan.limits ?? 'none'))
    .mappings(plan.mappings ?? [])
    .overrides([...(plan.overrides ?? []), ...named])
    .noValue('–');
  if (plan.decimals !== undefined) builder.decimals(plan.decimals);
  if (plan.minimum !== undefined) builder.min(plan.minimum);
  if (plan.maximum !== undefined) builder.max(plan.maximum);
  if (plan.transformations !== undefined) builder.transformations(plan.transformations);
  if (plan.step !== undefined) builder.interval(plan.step);
  if (plan.last !== undefined) builder.timeFrom(plan.last);
  return { size: plan.size, at: (id, position) => builder.id(id).gridPos(position) };
}

export interface Curve extends Plan {
  /** Limits drawn behind the curves. */
  bands?: boolean;
  stacked?: boolean;
  bars?: boolean;
  /** Also show the same curve this much earlier. */
  compared?: string;
}

/** Curves over time; where there are many, the legend is a table that can be sorted. */
export function curve(plan: Curve, language: Language): Sized {
  const builder = new timeseries.PanelBuilder()
    .colorScheme(colour(dashboard.FieldColorModeId.PaletteClassicByName))
    .drawStyle(plan.bars === true ? common.GraphDrawStyle.Bars : common.GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(plan.bars === true ? 70 : plan.stacked === true ? 40 : 0)
    .showPoints(common.VisibilityMode.Auto)
    .spanNulls(true)
    .axisSoftMin(0)
    .thresholdsStyle(
      new common.GraphThresholdsStyleConfigBuilder().mode(
        plan.bands === true ? common.GraphThresholdsStyleMode.Area : common.GraphThresholdsStyleMode.Off,
      ),
    )
    .legend(
      new common.VizLegendOptionsBuilder()
        .displayMode(common.LegendDisplayMode.Table)
        .placement(common.LegendPlacement.Right)
        .showLegend(true)
        .calcs(['lastNotNull', 'max']),
    )
    .tooltip(new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending));
  if (plan.stacked === true) {
    builder.stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal).group('A'));
  }
  if (plan.compared !== undefined) {
    builder.timeCompare(plan.compared);
  }
  return dressed(builder, plan, language);
}

export interface Number extends Plan {
  /** The whole tile takes the colour of the value, to be seen from afar. */
  filled?: boolean;
  /** Which of the values of a series counts. */
  reduce?: 'lastNotNull' | 'sum' | 'max';
}

/** Large numbers. */
export function numbers(plan: Number, language: Language): Sized {
  const builder = new stat.PanelBuilder()
    .colorScheme(colour(dashboard.FieldColorModeId.Thresholds))
    .colorMode(plan.filled === true ? common.BigValueColorMode.Background : common.BigValueColorMode.None)
    .graphMode(common.BigValueGraphMode.None)
    .textMode(common.BigValueTextMode.ValueAndName)
    .justifyMode(common.BigValueJustifyMode.Center)
    .reduceOptions(
      new common.ReduceDataOptionsBuilder()
        .calcs([plan.reduce ?? 'lastNotNull'])
        .fields('')
        .values(false),
    );
  return dressed(builder, plan, language);
}

/** A table; columns are named in the language by `columns`, those that are not named there are hidden. */
export interface Rows extends Plan {
  columns: Record<string, Words>;
  /** Column to sort by, largest first unless `ascending`. */
  sorted?: string;
  ascending?: boolean;
}

export function rowsOf(plan: Rows, language: Language): Sized {
  const columns = Object.entries(plan.columns);
  const header = Object.fromEntries(columns.map(([column, words]) => [column, say(words, language)]));
  const builder = new table.PanelBuilder()
    .colorScheme(colour(dashboard.FieldColorModeId.Thresholds))
    .align(common.FieldTextAlignment.Auto)
    .filterable(true)
    .showHeader(true);
  if (plan.sorted !== undefined) {
    const shown = header[plan.sorted] ?? plan.sorted;
    builder.sortBy([new common.TableSortByFieldStateBuilder().displayName(shown).desc(plan.ascending !== true)]);
  }
  const organised: dashboard.DataTransformerConfig = {
    id: 'organize',
    options: {
      excludeByName: 'Time' in header ? {} : { Time: true },
      indexByName: Object.fromEntries(columns.map(([column], index) => [column, index])),
      renameByName: header,
    },
  };
  return dressed(builder, { ...plan, transformations: [...(plan.transformations ?? []), organised] }, language);
}

/** A cell of a column shows names in place of ids, or values in colours. */
export function column(words: Words, language: Language, properties: dashboard.DynamicConfigValue[]): Override {
  return byName(say(words, language), properties);
}

/** States over time, a row for each series. */
export function timeline(plan: Plan, language: Language): Sized {
  const builder = new statetimeline.PanelBuilder()
    .colorScheme(colour(dashboard.FieldColorModeId.Thresholds))
    .mergeValues(true)
    .showValue(common.VisibilityMode.Auto)
    .rowHeight(0.9)
    .lineWidth(0)
    .fillOpacity(100)
    .spanNulls(true)
    .legend(
      new common.VizLegendOptionsBuilder()
        .displayMode(common.LegendDisplayMode.List)
        .placement(common.LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    );
  return dressed(builder, plan, language);
}

export function byName(name: string, properties: dashboard.DynamicConfigValue[]): Override {
  return { matcher: { id: 'byName', options: name }, properties };
}

export function byQuery(refId: string, properties: dashboard.DynamicConfigValue[]): Override {
  return { matcher: { id: 'byFrameRefID', options: refId }, properties };
}

export function fixed(value: string): dashboard.DynamicConfigValue {
  return { id: 'color', value: { mode: dashboard.FieldColorModeId.Fixed, fixedColor: value } };
}

/** A column in which values are shown as a mapping says. */
export function mapped(values: dashboard.ValueMapping): dashboard.DynamicConfigValue {
  return { id: 'mappings', value: [values] };
}

/** A column or a query that has limits of its own. */
export function limited(limits: Limits): dashboard.DynamicConfigValue {
  return { id: 'thresholds', value: { mode: dashboard.ThresholdsMode.Absolute, steps: steps(limits) } };
}

/** A column whose cells take the colour of their value. */
export const FILLED: dashboard.DynamicConfigValue = {
  id: 'custom.cellOptions',
  value: { type: 'color-background', mode: 'basic' },
};

/** Ids to names. */
export function mapping(names: Record<string, string>): dashboard.ValueMapping {
  const options = Object.entries(names).map(([id, text], index) => [id, { text, index }] as const);
  return { type: dashboard.MappingType.ValueToText, options: Object.fromEntries(options) };
}

/** Values to texts in colours. */
export function coloured(values: Record<string, readonly [text: string, colour: string]>): dashboard.ValueMapping {
  const options = Object.entries(values).map(([value, [text, color]], index) => [value, { text, color, index }] as const);
  return { type: dashboard.MappingType.ValueToText, options: Object.fromEntries(options) };
}

function colour(mode: dashboard.FieldColorModeId): dashboard.FieldColorBuilder {
  return new dashboard.FieldColorBuilder().mode(mode);
}
