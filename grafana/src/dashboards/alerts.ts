import { chosen, CITY, IN_TIME, rows, series, where } from '../influxql';
import { Language, PanelWords, say, Words } from '../language';
import { DOMAIN_WORDS, severities, SEVERITY_WORDS, states, words } from '../names';
import { byName, column, curve, FILLED, fixed, limited, mapped, numbers, rowsOf, Sized } from '../panels';
import { timeZone } from '../registry';
import { cities, Content, several } from '../shell';
import { colours, Limits, SEVERITIES } from '../style';
import * as texts from '../texts/alerts';
import { goingOn } from './goingon';

const { PANELS } = texts;
const RULE = chosen('rule_id', 'rule');

export function alerts(language: Language): Content {
  const rules = 'SHOW TAG VALUES FROM "alert" WITH KEY = "rule_id"';
  return {
    name: 'alerts',
    description: texts.DESCRIPTION,
    variables: [cities('alert', language), several('rule', texts.RULE, rules, language)],
    refresh: '1m',
    groups: [
      {
        title: texts.GROUP_NOW,
        panels: [
          goingOn(PANELS.active, [CITY], language),
          ofDay(PANELS.open, 'open', 'none', language),
          ofDay(PANELS.acknowledged, 'acknowledged', 'none', language),
          ofDay(PANELS.overdue, 'overdue', 'overdue', language),
          overTime(language),
          transitions(language),
        ],
      },
      { title: texts.GROUP_DAYS, panels: [found(language), resolve(language)] },
      {
        title: texts.GROUP_RULES,
        panels: [
          byRule(PANELS.firing, `"sequence" = '0'`, texts.FIRING_COLUMNS, 'none', language),
          byRule(PANELS.flapping, `"state" = 'recovering'`, texts.FLAPPING_COLUMNS, 'flapping', language),
        ],
      },
    ],
  };
}

function ofDay(of: PanelWords, field: string, limits: Limits, language: Language): Sized {
  const last =
    `SELECT last("${field}") AS "${field}" FROM "alert_summary_1d" ${where(IN_TIME, CITY)} ` +
    'GROUP BY "city_code", "domain"';
  return numbers(
    {
      words: of,
      size: [4, 5],
      unit: 'count',
      limits,
      filled: limits !== 'none',
      asks: [series(`SELECT sum("${field}") FROM (${last})`, say(texts.TOTAL, language))],
    },
    language,
  );
}

function overTime(language: Language): Sized {
  const last =
    `SELECT last("active") AS "active" FROM "alert_active_1m" ${where(IN_TIME, CITY)} ` +
    'GROUP BY time($__interval), "city_code", "domain", "severity" fill(previous)';
  return curve(
    {
      words: PANELS.timeline,
      size: [24, 9],
      unit: 'count',
      step: '10m',
      stacked: true,
      asks: [
        series(
          `SELECT sum("active") FROM (${last}) ${where(IN_TIME)} GROUP BY time($__interval), "severity" fill(none)`,
          '$tag_severity',
        ),
      ],
      names: words(SEVERITY_WORDS, language),
      overrides: SEVERITIES.map((severity) => byName(severity, [fixed(colours.severity[severity])])),
    },
    language,
  );
}

function transitions(language: Language): Sized {
  const columns = texts.COLUMNS;
  return rowsOf(
    {
      words: PANELS.transitions,
      size: [24, 10],
      unit: 'number',
      columns,
      sorted: 'Time',
      asks: [
        rows(
          `SELECT "severity", "state", "title_${language}" AS "title", "value", "threshold" FROM "alert" ` +
            `${where(IN_TIME, CITY, RULE)} ORDER BY time DESC LIMIT 500`,
        ),
      ],
      overrides: [
        column(columns.severity, language, [mapped(severities(language)), FILLED]),
        column(columns.state, language, [mapped(states(language)), FILLED]),
        column(columns.title, language, [{ id: 'custom.minWidth', value: 400 }]),
      ],
    },
    language,
  );
}

function found(language: Language): Sized {
  const perDay = (field: string): string =>
    `SELECT sum("${field}") FROM "alert_summary_1d" ${where(IN_TIME, CITY)} GROUP BY time(1d) fill(none) ` +
    `tz('${timeZone}')`;
  const fields: [string, Words][] = [
    ['found', texts.FOUND],
    ['resolved', texts.RESOLVED],
    ['retracted', texts.RETRACTED],
  ];
  return curve(
    {
      words: PANELS.found,
      size: [12, 8],
      unit: 'count',
      step: '1d',
      bars: true,
      asks: fields.map(([field, name]) => series(perDay(field), say(name, language))),
    },
    language,
  );
}

function resolve(language: Language): Sized {
  return numbers(
    {
      words: PANELS.resolve,
      size: [12, 8],
      unit: 'seconds',
      limits: 'timeToResolve',
      filled: true,
      asks: [
        series(
          `SELECT mean("time_to_resolve_p50_s") FROM "alert_summary_1d" ${where(IN_TIME, CITY)} GROUP BY "domain"`,
          '$tag_domain',
        ),
      ],
      names: words(DOMAIN_WORDS, language),
    },
    language,
  );
}

function byRule(
  of: PanelWords,
  condition: string,
  columns: typeof texts.FIRING_COLUMNS | typeof texts.FLAPPING_COLUMNS,
  limits: Limits,
  language: Language,
): Sized {
  return rowsOf(
    {
      words: of,
      size: [12, 10],
      unit: 'count',
      columns,
      sorted: 'count',
      asks: [
        rows(
          `SELECT count("title_${language}") FROM "alert" ${where(IN_TIME, CITY, RULE, condition)} GROUP BY "rule_id"`,
        ),
      ],
      overrides: [
        column(columns.count, language, [limited(limits), FILLED]),
      ],
    },
    language,
  );
}
