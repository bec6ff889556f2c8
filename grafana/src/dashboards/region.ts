import { A_WEEK_BEFORE, chosen, CITY, IN_TIME, rows, series, UP_TO_THEN, where } from '../influxql';
import { Language, say } from '../language';
import { map } from '../map';
import { aqiLevels, pollutants, SEVERITY_WORDS, words } from '../names';
import { byName, byQuery, column, curve, fixed, mapping, numbers, rowsOf } from '../panels';
import { cityNames } from '../registry';
import { cities, Content } from '../shell';
import { colours, SEVERITIES, steps } from '../style';
import { COLUMNS, DESCRIPTION, GROUP_NOW, GROUP_PLACES, PANELS, TODAY, WEEK_BEFORE } from '../texts/region';

const REGION = chosen('region_id', 'region');

export function region(language: Language): Content {
  return {
    name: 'region',
    description: DESCRIPTION,
    variables: [cities('air_city_1h', language)],
    refresh: '1m',
    groups: [
      { title: GROUP_NOW, panels: [...totals(language), activeAlerts(language), aqi(language)] },
      { title: GROUP_PLACES, panels: [places(language), ranking(language), hourly(language)] },
    ],
  };
}

function totals(language: Language) {
  const entries = (span: string): string =>
    `SELECT sum("total_entries") FROM "transit_city_1h" ${where(span, CITY)}`;
  const ofRegion = (field: string): string => `SELECT ${field} FROM "region_1h" ${where(IN_TIME, REGION)}`;
  return [
    numbers(
      {
        words: PANELS.ridership,
        size: [8, 5],
        unit: 'count',
        asks: [
          series(entries(IN_TIME), say(TODAY, language)),
          series(entries(A_WEEK_BEFORE), say(WEEK_BEFORE, language)),
        ],
      },
      language,
    ),
    numbers(
      {
        words: PANELS.crossCity,
        size: [5, 5],
        unit: 'count',
        asks: [series(ofRegion('sum("cross_city_journeys")'), say(TODAY, language))],
      },
      language,
    ),
    numbers(
      {
        words: PANELS.roaming,
        size: [5, 5],
        unit: 'count',
        asks: [series(ofRegion('sum("roaming_transactions")'), say(TODAY, language))],
      },
      language,
    ),
    numbers(
      {
        words: PANELS.goodWater,
        size: [6, 5],
        unit: 'share',
        limits: 'goodShare',
        filled: true,
        decimals: 0,
        asks: [series(ofRegion('last("good_share")'), say(TODAY, language))],
      },
      language,
    ),
  ];
}

function activeAlerts(language: Language) {
  const last =
    `SELECT last("active") AS "active" FROM "alert_active_1m" ${where(UP_TO_THEN)} ` +
    `GROUP BY "city_code", "domain", "severity"`;
  return numbers(
    {
      words: PANELS.alerts,
      size: [12, 5],
      unit: 'count',
      filled: true,
      asks: [series(`SELECT sum("active") FROM (${last}) GROUP BY "severity"`, '$tag_severity')],
      names: words(SEVERITY_WORDS, language),
      overrides: SEVERITIES.map((severity) => byName(severity, [fixed(colours.severity[severity])])),
    },
    language,
  );
}

function aqi(language: Language) {
  return numbers(
    {
      words: PANELS.aqi,
      size: [12, 5],
      unit: 'number',
      limits: 'aqi',
      filled: true,
      asks: [
        series(`SELECT last("aqi") FROM "air_city_1h" ${where(IN_TIME, CITY)} GROUP BY "city_code"`, '$tag_city_code'),
      ],
      names: cityNames(language),
    },
    language,
  );
}

function places(language: Language) {
  return map(
    {
      words: PANELS.places,
      size: [16, 20],
      unit: 'number',
      limits: 'aqi',
      asks: [
        series(
          `SELECT last("aqi") FROM "air_station_1h" ${where(IN_TIME)} GROUP BY "station_id"`,
          '$tag_station_id',
        ),
        series(
          `SELECT last("class") FROM "water_section" ${where(IN_TIME)} GROUP BY "section_id"`,
          '$tag_section_id',
        ),
      ],
      overrides: [
        byQuery('B', [{ id: 'thresholds', value: { mode: 'absolute', steps: steps('waterClass') } }]),
      ],
    },
    language,
  );
}

function ranking(language: Language) {
  const latest = '"aqi", "aqi_level", "pm2_5", "primary_pollutants"';
  return rowsOf(
    {
      words: PANELS.ranking,
      size: [8, 9],
      unit: 'number',
      columns: COLUMNS,
      sorted: 'aqi',
      ascending: true,
      asks: [
        rows(
          `SELECT ${latest} FROM "air_city_1h" ${where(IN_TIME, CITY)} GROUP BY "city_code" ORDER BY time DESC LIMIT 1`,
        ),
      ],
      overrides: [
        column(COLUMNS.city_code, language, [{ id: 'mappings', value: [mapping(cityNames(language))] }]),
        column(COLUMNS.aqi_level, language, [
          { id: 'mappings', value: [aqiLevels(language)] },
          { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
        ]),
        column(COLUMNS.primary_pollutants, language, [{ id: 'mappings', value: [pollutants()] }]),
      ],
    },
    language,
  );
}

function hourly(language: Language) {
  return curve(
    {
      words: PANELS.curve,
      size: [8, 11],
      unit: 'perHour',
      step: '1h',
      compared: '1w',
      asks: [
        series(
          `SELECT sum("total_entries") FROM "transit_city_1h" ${where(IN_TIME, CITY)} GROUP BY time(1h) fill(none)`,
          say(TODAY, language),
        ),
      ],
    },
    language,
  );
}
