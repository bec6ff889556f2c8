import { chosen, CITY, IN_TIME, rows, series, where } from '../influxql';
import { Language, PanelWords, say } from '../language';
import { waterClasses, words } from '../names';
import { coloured, column, curve, FILLED, limited, mapped, mapping, numbers, rowsOf, Sized, timeline } from '../panels';
import { cityNames, sectionNames, sectionsDownstream } from '../registry';
import { cities, Content, several } from '../shell';
import { colours, Limits, unit } from '../style';
import * as texts from '../texts/water';

const { PANELS } = texts;
const RIVER = chosen('river', 'river');
const SECTION = chosen('section_id', 'section');
const FILTER = where(IN_TIME, CITY, RIVER, SECTION);

export function water(language: Language): Content {
  const values = (tag: string, filter: string): string =>
    `SHOW TAG VALUES FROM "water_section" WITH KEY = "${tag}" WHERE ${filter}`;
  return {
    name: 'water',
    description: texts.DESCRIPTION,
    variables: [
      cities('water_section', language),
      several('river', texts.RIVER, values('river', CITY), language),
      several('section', texts.SECTION, values('section_id', `${CITY} AND ${RIVER}`), language),
    ],
    refresh: '5m',
    groups: [
      { title: texts.GROUP_NOW, panels: [classes(language), now(language)] },
      {
        title: texts.GROUP_ITEMS,
        panels: [
          item(PANELS.phosphorus, 'tp', 'phosphorusOfRivers', language),
          item(PANELS.ammonia, 'nh3_n', 'ammonia', language),
        ],
      },
      {
        title: texts.GROUP_SHARE,
        panels: [rivers(language), share(language), missed(language), corrections(language), revised(language)],
      },
    ],
  };
}

/** The rows are joined by time, so that they can be put in the order of the rivers. */
function classes(language: Language): Sized {
  const order = Object.fromEntries(sectionsDownstream().map((section, index) => [section.id, index + 1]));
  return timeline(
    {
      words: PANELS.classes,
      size: [24, 14],
      unit: 'number',
      limits: 'waterClass',
      asks: [series(`SELECT "class" FROM "water_section" ${FILTER} GROUP BY "section_id"`, '$tag_section_id')],
      mappings: [waterClasses(language)],
      transformations: [
        { id: 'joinByField', options: { byField: 'Time', mode: 'outer' } },
        { id: 'organize', options: { excludeByName: {}, indexByName: { Time: 0, ...order }, renameByName: sectionNames() } },
      ],
    },
    language,
  );
}

function now(language: Language): Sized {
  const columns = texts.NOW_COLUMNS;
  const fields = Object.keys(columns).filter((name) => name !== 'section_id' && name !== 'Time');
  const target = coloured({
    true: [say(texts.YES, language), colours.state.good],
    false: [say(texts.NO, language), colours.state.bad],
  });
  return rowsOf(
    {
      words: PANELS.now,
      size: [24, 11],
      unit: 'number',
      columns,
      sorted: 'class',
      asks: [
        rows(
          `SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM "water_section" ${FILTER} ` +
            'GROUP BY "section_id" ORDER BY time DESC LIMIT 1',
        ),
      ],
      overrides: [
        column(columns.section_id, language, [mapped(mapping(sectionNames()))]),
        column(columns.class, language, [mapped(waterClasses(language)), FILLED]),
        column(columns.target_class, language, [mapped(waterClasses(language))]),
        column(columns.meets_target, language, [mapped(target), FILLED]),
        column(columns.station_status, language, [mapped(mapping(words(texts.STATUSES, language)))]),
      ],
    },
    language,
  );
}

function item(of: PanelWords, field: string, limits: Limits, language: Language): Sized {
  return curve(
    {
      words: of,
      size: [12, 10],
      unit: 'milligramsPerLitre',
      step: '4h',
      limits,
      bands: true,
      asks: [
        series(
          `SELECT mean("${field}") FROM "water_section" ${FILTER} GROUP BY time($__interval), "section_id" fill(none)`,
          '$tag_section_id',
        ),
      ],
      names: sectionNames(),
    },
    language,
  );
}

function rivers(language: Language): Sized {
  const columns = texts.RIVER_COLUMNS;
  const fields = Object.keys(columns).filter((name) => name !== 'river');
  return rowsOf(
    {
      words: PANELS.rivers,
      size: [10, 10],
      unit: 'number',
      columns,
      sorted: 'good_share',
      ascending: true,
      asks: [
        rows(
          `SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM "water_river_4h" ` +
            `${where(IN_TIME, RIVER)} GROUP BY "river" ORDER BY time DESC LIMIT 1`,
        ),
      ],
      overrides: [
        column(columns.quality, language, [mapped(mapping(words(texts.QUALITIES, language)))]),
        column(columns.good_share, language, [
          { id: 'unit', value: unit('share') },
          limited('goodShare'),
          FILLED,
        ]),
      ],
    },
    language,
  );
}

function share(language: Language): Sized {
  return curve(
    {
      words: PANELS.share,
      size: [14, 10],
      unit: 'share',
      step: '4h',
      limits: 'goodShare',
      bands: true,
      minimum: 0,
      maximum: 1,
      asks: [
        series(
          `SELECT mean("good_share") FROM "water_city_4h" ${where(IN_TIME, CITY)} ` +
            'GROUP BY time($__interval), "city_code" fill(none)',
          '$tag_city_code',
        ),
      ],
      names: cityNames(language),
    },
    language,
  );
}

function missed(language: Language): Sized {
  return numbers(
    {
      words: PANELS.missed,
      size: [6, 8],
      unit: 'count',
      limits: 'overdue',
      filled: true,
      asks: [
        series(
          `SELECT count("class") FROM "water_section" ${FILTER} AND "meets_target" = false GROUP BY "city_code"`,
          '$tag_city_code',
        ),
      ],
      names: cityNames(language),
    },
    language,
  );
}

function corrections(language: Language): Sized {
  const columns = texts.CORRECTION_COLUMNS;
  return rowsOf(
    {
      words: PANELS.corrections,
      size: [10, 8],
      unit: 'number',
      columns,
      sorted: 'Time',
      asks: [
        rows(`SELECT "class", "revision" FROM "water_section" ${FILTER} AND "revision" > 0 GROUP BY "section_id"`),
      ],
      overrides: [
        column(columns.section_id, language, [mapped(mapping(sectionNames()))]),
        column(columns.class, language, [mapped(waterClasses(language))]),
        column(columns.revision, language, [limited('revisions'), FILLED]),
      ],
    },
    language,
  );
}

function revised(language: Language): Sized {
  return curve(
    {
      words: PANELS.revised,
      size: [8, 8],
      unit: 'count',
      step: '1h',
      bars: true,
      asks: [
        series(
          `SELECT sum("revised") FROM "feed_ledger_1m" ${where(IN_TIME, `"feed" = 'water.observations'`)} ` +
            'GROUP BY time(1h) fill(none)',
          say(texts.REVISED, language),
        ),
      ],
    },
    language,
  );
}
