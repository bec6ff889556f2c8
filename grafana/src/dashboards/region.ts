import { A_WEEK_BEFORE, Ask, chosen, CITY, IN_TIME, rows, series, where } from '../influxql';
import { Language, PanelWords, say } from '../language';
import { map } from '../map';
import { aqiLevels, pollutants } from '../names';
import { byQuery, column, curve, FILLED, limited, mapped, mapping, numbers, rowsOf, Sized } from '../panels';
import { cityNames } from '../registry';
import { cities, Content } from '../shell';
import { COLUMNS, DESCRIPTION, GROUP_NOW, GROUP_PLACES, PANELS, TODAY, WEEK_BEFORE } from '../texts/region';
import { goingOn } from './goingon';

const REGION = chosen('region_id', 'region');

export function region(language: Language): Content {
  return {
    name: 'region',
    description: DESCRIPTION,
    variables: [cities('air_city_1h', language)],
    refresh: '1m',
    groups: [
      { title: GROUP_NOW, panels: [...totals(language), goingOn(PANELS.alerts, [], language), aqi(language)] },
      { title: GROUP_PLACES, panels: [places(language), ranking(language), hourly(language)] },
    ],
  };
}

function totals(language: Language): Sized[] {
  const entries = (span: string): string =>
    `SELECT sum("total_entries") FROM "transit_city_1h" ${where(span, CITY)}`;
  const ofRegion = (field: string): Ask =>
    series(`SELECT ${field} FROM "region_1h" ${where(IN_TIME, REGION)}`, say(TODAY, language));
  const total = (of: PanelWords, width: number, asks: Ask[]): Sized =>
    numbers({ words: of, size: [width, 5], unit: 'count', asks }, language);
  return [
    total(PANELS.ridership, 8, [
      series(entries(IN_TIME), say(TODAY, language)),
      series(entries(A_WEEK_BEFORE), say(WEEK_BEFORE, language)),
    ]),
    total(PANELS.crossCity, 5, [ofRegion('sum("cross_city_journeys")')]),
    total(PANELS.roaming, 5, [ofRegion('sum("roaming_transactions")')]),
    numbers(
      {
        words: PANELS.goodWater,
        size: [6, 5],
        unit: 'share',
        limits: 'goodShare',
        filled: true,
        decimals: 0,
        asks: [ofRegion('last("good_share")')],
      },
      language,
    ),
  ];
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
        byQuery('B', [limited('waterClass')]),
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
        column(COLUMNS.city_code, language, [mapped(mapping(cityNames(language)))]),
        column(COLUMNS.aqi_level, language, [mapped(aqiLevels(language)), FILLED]),
        column(COLUMNS.primary_pollutants, language, [mapped(pollutants())]),
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
