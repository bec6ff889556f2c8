import { chosen, CITY, IN_TIME, rows, series, where } from '../influxql';
import { Language, PanelWords, say } from '../language';
import { byName, column, curve, mapped, mapping, numbers, Override, rowsOf, Sized } from '../panels';
import { cityNames, routeNames, stopNames } from '../registry';
import { cities, Content, several } from '../shell';
import { Unit } from '../style';
import * as texts from '../texts/transit';

const { COLUMNS, PANELS } = texts;
const FROM_CITY = chosen('origin_city_code', 'city');
const TO_CITY = chosen('destination_city_code', 'city');

export function transit(language: Language): Content {
  const routes = 'SHOW TAG VALUES FROM "transit_route_15m" WITH KEY = "route_id" WHERE "city_code" =~ /^$city$/';
  return {
    name: 'transit',
    description: texts.DESCRIPTION,
    variables: [cities('transit_city_1h', language), several('route', texts.ROUTE, routes, language)],
    refresh: '1m',
    groups: [
      {
        title: texts.GROUP_RIDERSHIP,
        panels: [...totals(language), cityCurve(language), routeCurve(language), busiestStops(language)],
      },
      { title: texts.GROUP_BETWEEN, panels: betweenCities(language) },
      { title: texts.GROUP_LINES, panels: [crossLines(language), unmatched(language)] },
    ],
  };
}

function totals(language: Language): Sized[] {
  const total = (words: PanelWords, unit: Unit, field: string): Sized =>
    numbers(
      {
        words,
        size: [6, 4],
        unit,
        asks: [
          series(`SELECT ${field} FROM "transit_city_1h" ${where(IN_TIME, CITY)}`, say(texts.TOTAL, language)),
        ],
      },
      language,
    );
  return [
    total(PANELS.transactions, 'count', 'sum("number_of_transactions")'),
    total(PANELS.amount, 'money', 'sum("amount_fen") / 100'),
    total(PANELS.discount, 'money', 'sum("discount_fen") / 100'),
    total(PANELS.transfers, 'count', 'sum("transfers")'),
  ];
}

function cityCurve(language: Language): Sized {
  const query =
    `SELECT mean("total_entries") FROM "transit_city_1h" ${where(IN_TIME, CITY)} ` +
    'GROUP BY time($__interval), "city_code" fill(none)';
  return curve(
    {
      words: PANELS.cityCurve,
      size: [12, 9],
      unit: 'perHour',
      step: '1h',
      asks: [series(query, '$tag_city_code')],
      names: cityNames(language),
    },
    language,
  );
}

function routeCurve(language: Language): Sized {
  const query =
    `SELECT mean("total_entries") FROM "transit_route_15m" ${where(IN_TIME, CITY, chosen('route_id', 'route'))} ` +
    'GROUP BY time($__interval), "route_id" fill(none)';
  return curve(
    {
      words: PANELS.routeCurve,
      size: [12, 9],
      unit: 'perQuarter',
      step: '15m',
      asks: [series(query, '$tag_route_id')],
      names: routeNames(),
    },
    language,
  );
}

function busiestStops(language: Language): Sized {
  const entries =
    `SELECT sum("total_entries") AS "entries" FROM "transit_stop_1m" ${where(IN_TIME, CITY)} GROUP BY "stop_id"`;
  return rowsOf(
    {
      words: PANELS.stops,
      size: [24, 9],
      unit: 'count',
      columns: COLUMNS,
      sorted: 'top',
      asks: [rows(`SELECT top("entries", "stop_id", 20) FROM (${entries})`)],
      overrides: [
        column(COLUMNS.stop_id, language, [mapped(mapping(stopNames()))]),
        column(COLUMNS.top, language, [{ id: 'custom.cellOptions', value: { type: 'gauge', mode: 'basic' } }]),
      ],
    },
    language,
  );
}

/** A row and a column for each city; the grid is made from rows of pairs. */
function matrix(words: PanelWords, query: string, pair: [row: string, column: string], language: Language): Sized {
  const corner = `${pair[0]}\\${pair[1]}`;
  const names = cityNames(language);
  const overrides: Override[] = [byName(corner, [mapped(mapping(names))])];
  const plan = {
    words,
    size: [12, 7] as const,
    unit: 'count' as const,
    names: { ...names, [corner]: `${say(words.slice(0, 2) as [string, string], language)}` },
    columns: {},
    asks: [rows(query)],
    overrides,
    transformations: [
      {
        id: 'groupingToMatrix',
        options: { rowField: pair[0], columnField: pair[1], valueField: 'sum', emptyValue: 'zero' },
      },
    ],
  };
  return rowsOf(plan, language);
}

function betweenCities(language: Language): Sized[] {
  const names = cityNames(language);
  const codes = Object.keys(names);
  const pairs = Object.fromEntries(
    codes.flatMap((from) => codes.map((to) => [`${from}>${to}`, `${names[from]}${say(texts.TO, language)}${names[to]}`])),
  );
  const duration = (words: PanelWords, field: string): Sized =>
    curve(
      {
        words,
        size: [12, 9],
        unit: 'seconds',
        step: '1h',
        asks: [
          series(
            `SELECT mean("${field}") FROM "transit_od_1h" ${where(IN_TIME, FROM_CITY, TO_CITY)} ` +
              'GROUP BY time($__interval), "origin_city_code", "destination_city_code" fill(none)',
            '$tag_origin_city_code>$tag_destination_city_code',
          ),
        ],
        names: pairs,
      },
      language,
    );
  return [
    matrix(
      PANELS.od,
      `SELECT sum("journeys") FROM "transit_od_1h" ${where(IN_TIME, FROM_CITY, TO_CITY)} ` +
        'GROUP BY "origin_city_code", "destination_city_code"',
      ['origin_city_code', 'destination_city_code'],
      language,
    ),
    matrix(
      PANELS.roaming,
      `SELECT sum("number_of_transactions") FROM "transit_roaming_1h" ${where(IN_TIME, CITY)} ` +
        'GROUP BY "issuer_city_code", "city_code"',
      ['issuer_city_code', 'city_code'],
      language,
    ),
    duration(PANELS.duration, 'duration_p50_s'),
    duration(PANELS.longDuration, 'duration_p95_s'),
  ];
}

function crossLines(language: Language): Sized {
  const line = (route: string): string =>
    `SELECT mean("total_entries") FROM "transit_route_15m" ${where(IN_TIME, `"route_id" = '${route}'`)} ` +
    'GROUP BY time($__interval) fill(none)';
  return curve(
    {
      words: PANELS.crossLines,
      size: [12, 8],
      unit: 'perQuarter',
      step: '15m',
      asks: [
        series(line('651073'), say(texts.S3, language)),
        series(line('bus-K9'), say(texts.K9, language)),
      ],
    },
    language,
  );
}

function unmatched(language: Language): Sized {
  const count = (field: string): string =>
    `SELECT mean("${field}") FROM "transit_unmatched_1h" ${where(IN_TIME, CITY)} ` +
    'GROUP BY time($__interval), "city_code" fill(none)';
  const names = Object.fromEntries(
    Object.entries(cityNames(language)).flatMap(([code, name]) => [
      [`${code} in`, `${name}: ${say(texts.NO_EXIT, language)}`],
      [`${code} out`, `${name}: ${say(texts.NO_ENTRY, language)}`],
    ]),
  );
  return curve(
    {
      words: PANELS.unmatched,
      size: [12, 8],
      unit: 'perHour',
      step: '1h',
      limits: 'unmatched',
      bands: true,
      asks: [
        series(count('entries_without_exit'), '$tag_city_code in'),
        series(count('exits_without_entry'), '$tag_city_code out'),
      ],
      names,
    },
    language,
  );
}
