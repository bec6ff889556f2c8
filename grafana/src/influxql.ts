/** Queries in InfluxQL, which InfluxDB 1.x, 2.x and 3.x answer. */
import * as cog from '@grafana/grafana-foundation-sdk/cog';

export const DATASOURCE = { type: 'influxdb', uid: '${datasource}' };

export interface InfluxQuery extends cog.Dataquery {
  refId: string;
  datasource: typeof DATASOURCE;
  query: string;
  rawQuery: true;
  resultFormat: 'time_series' | 'table';
  alias?: string;
}

/** What a panel asks; refIds are given by the panel. */
export interface Ask {
  query: string;
  alias?: string;
  table?: boolean;
}

/** Curves or single numbers, one for each series, named by `alias`. */
export function series(query: string, alias?: string): Ask {
  return alias === undefined ? { query } : { query, alias };
}

/** Rows with a column for each tag and field. */
export function rows(query: string): Ask {
  return { query, table: true };
}

/** A filter by a variable of which several values may be chosen, or all. */
export function chosen(tag: string, variable: string): string {
  return `"${tag}" =~ /^$${variable}$/`;
}

export const IN_TIME = '$timeFilter';

/** The same span of time, a week before. */
export const A_WEEK_BEFORE = 'time >= ${__from}ms - 7d AND time <= ${__to}ms - 7d';

/** Whatever was last told by the end of the time on show: for what is told only when it changes. */
export const UP_TO_THEN = 'time >= ${__to}ms - 35d AND time <= ${__to}ms';

export const CITY = chosen('city_code', 'city');

export function where(...conditions: string[]): string {
  return `WHERE ${conditions.join(' AND ')}`;
}

export class QueryBuilder implements cog.Builder<cog.Dataquery> {
  constructor(
    private readonly ask: Ask,
    private readonly refId: string,
  ) {}

  build(): InfluxQuery {
    return {
      refId: this.refId,
      datasource: DATASOURCE,
      query: this.ask.query,
      rawQuery: true,
      resultFormat: this.ask.table === true ? 'table' : 'time_series',
      ...(this.ask.alias === undefined ? {} : { alias: this.ask.alias }),
      _implementsDataqueryVariant: () => undefined,
    };
  }
}

/** What an annotation asks: each row becomes a mark with a text and tags. */
export class EventsBuilder implements cog.Builder<cog.Dataquery> {
  constructor(
    private readonly refId: string,
    private readonly query: string,
    private readonly textColumn: string,
  ) {}

  build(): cog.Dataquery {
    return {
      refId: this.refId,
      datasource: DATASOURCE,
      fromAnnotations: true,
      rawQuery: true,
      textEditor: true,
      resultFormat: 'table',
      query: this.query,
      textColumn: this.textColumn,
      tagsColumn: 'state,rule_id',
      _implementsDataqueryVariant: () => undefined,
    } as cog.Dataquery;
  }
}
