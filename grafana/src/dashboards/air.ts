import { chosen, CITY, IN_TIME, rows, series, where } from '../influxql';
import { Language, Words } from '../language';
import { aqiLevels, pollutants } from '../names';
import { column, curve, FILLED, mapped, mapping, Override, rowsOf, Sized, timeline } from '../panels';
import { cityNames, stationNames } from '../registry';
import { cities, Content, several } from '../shell';
import { unit } from '../style';
import * as texts from '../texts/air';

const { PANELS } = texts;
const STATION = chosen('station_id', 'station');

export function air(language: Language): Content {
  const stations = 'SHOW TAG VALUES FROM "air_station_1h" WITH KEY = "station_id" WHERE "city_code" =~ /^$city$/';
  return {
    name: 'air',
    description: texts.DESCRIPTION,
    variables: [cities('air_city_1h', language), several('station', texts.STATION, stations, language)],
    refresh: '5m',
    groups: [
      { title: texts.GROUP_HOURS, panels: [cityHours(language), primary(language), completeness(language)] },
      { title: texts.GROUP_DAYS, panels: [cityDays(language), index(language)] },
      { title: texts.GROUP_STATIONS, panels: [stationHours(language), stationDays(language), stationNow(language)] },
    ],
  };
}

function cityHours(language: Language): Sized {
  const query =
    `SELECT mean("aqi") FROM "air_city_1h" ${where(IN_TIME, CITY)} ` +
    'GROUP BY time($__interval), "city_code" fill(none)';
  return curve(
    {
      words: PANELS.cityHours,
      size: [14, 10],
      unit: 'number',
      step: '1h',
      limits: 'aqi',
      bands: true,
      decimals: 0,
      asks: [series(query, '$tag_city_code')],
      names: cityNames(language),
    },
    language,
  );
}

function primary(language: Language): Sized {
  return timeline(
    {
      words: PANELS.pollutants,
      size: [10, 10],
      unit: 'text',
      asks: [
        series(
          `SELECT "primary_pollutants" FROM "air_city_1h" ${where(IN_TIME, CITY)} GROUP BY "city_code"`,
          '$tag_city_code',
        ),
      ],
      names: cityNames(language),
      mappings: [pollutants()],
    },
    language,
  );
}

function completeness(language: Language): Sized {
  const query =
    `SELECT sum("stations_reporting") / sum("stations_expected") FROM "air_city_1h" ${where(IN_TIME, CITY)} ` +
    'GROUP BY time($__interval), "city_code" fill(none)';
  return curve(
    {
      words: PANELS.completeness,
      size: [24, 7],
      unit: 'share',
      step: '1h',
      limits: 'completeness',
      bands: true,
      minimum: 0,
      maximum: 1,
      asks: [series(query, '$tag_city_code')],
      names: cityNames(language),
    },
    language,
  );
}

/** The cells that are shown alike in all tables of indices. */
function cells(columns: Record<'aqi_level' | 'primary_pollutants', Words>, language: Language): Override[] {
  return [
    column(columns.aqi_level, language, [mapped(aqiLevels(language)), FILLED]),
    column(columns.primary_pollutants, language, [mapped(pollutants())]),
  ];
}

function cityDays(language: Language): Sized {
  const columns = texts.DAY_COLUMNS;
  return rowsOf(
    {
      words: PANELS.cityDays,
      size: [12, 8],
      unit: 'number',
      columns,
      sorted: 'Time',
      asks: [
        rows(
          'SELECT "aqi", "aqi_level", "primary_pollutants", "hours_valid" FROM "air_city_1d" ' +
            `${where(IN_TIME, CITY)} GROUP BY "city_code"`,
        ),
      ],
      overrides: [
        column(columns.city_code, language, [mapped(mapping(cityNames(language)))]),
        ...cells(columns, language),
      ],
    },
    language,
  );
}

function index(language: Language): Sized {
  const columns = texts.INDEX_COLUMNS;
  const fields = Object.keys(columns).filter((name) => name !== 'city_code');
  return rowsOf(
    {
      words: PANELS.index,
      size: [12, 8],
      unit: 'number',
      decimals: 2,
      columns,
      sorted: 'rank',
      ascending: true,
      asks: [
        rows(
          `SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM "air_city_index_mtd" ` +
            `${where(IN_TIME, CITY)} GROUP BY "city_code" ORDER BY time DESC LIMIT 1`,
        ),
      ],
      overrides: [
        column(columns.city_code, language, [mapped(mapping(cityNames(language)))]),
        column(columns.rank, language, [{ id: 'decimals', value: 0 }]),
        column(columns.days_valid, language, [{ id: 'decimals', value: 0 }]),
      ],
    },
    language,
  );
}

function stationHours(language: Language): Sized {
  return timeline(
    {
      words: PANELS.stationHours,
      size: [24, 16],
      unit: 'number',
      limits: 'aqiLevel',
      asks: [
        series(
          `SELECT "aqi_level" FROM "air_station_1h" ${where(IN_TIME, CITY, STATION)} GROUP BY "station_id"`,
          '$tag_station_id',
        ),
      ],
      names: stationNames(),
      mappings: [aqiLevels(language)],
    },
    language,
  );
}

function stationDays(language: Language): Sized {
  const columns = texts.STATION_DAY_COLUMNS;
  return rowsOf(
    {
      words: PANELS.stationDays,
      size: [10, 12],
      unit: 'number',
      columns,
      sorted: 'aqi',
      asks: [
        rows(
          'SELECT "aqi", "aqi_level", "primary_pollutants", "hours_valid" FROM "air_station_1d" ' +
            `${where(IN_TIME, CITY, STATION)} GROUP BY "station_id"`,
        ),
      ],
      overrides: [
        column(columns.station_id, language, [mapped(mapping(stationNames()))]),
        ...cells(columns, language),
      ],
    },
    language,
  );
}

function stationNow(language: Language): Sized {
  const columns = texts.STATION_COLUMNS;
  const fields = Object.keys(columns).filter((name) => name !== 'station_id' && name !== 'Time');
  const items = [columns.pm2_5, columns.pm10, columns.o3, columns.no2, columns.so2];
  return rowsOf(
    {
      words: PANELS.stationNow,
      size: [14, 12],
      unit: 'number',
      columns,
      sorted: 'aqi',
      asks: [
        rows(
          `SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM "air_station_1h" ` +
            `${where(IN_TIME, CITY, STATION)} GROUP BY "station_id" ORDER BY time DESC LIMIT 1`,
        ),
      ],
      overrides: [
        column(columns.station_id, language, [mapped(mapping(stationNames()))]),
        column(columns.aqi_level, language, [mapped(aqiLevels(language)), FILLED]),
        ...items.map((item) => column(item, language, [{ id: 'unit', value: unit('microgramsPerCubicMetre') }])),
      ],
    },
    language,
  );
}
