import { series, UP_TO_THEN, where } from '../influxql';
import { Language, PanelWords } from '../language';
import { SEVERITY_WORDS, words } from '../names';
import { byName, fixed, numbers, Sized } from '../panels';
import { colours, SEVERITIES } from '../style';

/** Alerts that go on. Counts are told when they change: the last one may be from long before the time on show. */
export function goingOn(of: PanelWords, filters: string[], language: Language): Sized {
  const last =
    `SELECT last("active") AS "active" FROM "alert_active_1m" ${where(UP_TO_THEN, ...filters)} ` +
    'GROUP BY "city_code", "domain", "severity"';
  return numbers(
    {
      words: of,
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
