/** Values of results in words and official colours. */
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { Language, say, Words } from './language';
import { coloured } from './panels';
import { colours, Severity } from './style';

const AQI_LEVELS: Words[] = [
  ['优', 'Excellent'],
  ['良', 'Good'],
  ['轻度污染', 'Light'],
  ['中度污染', 'Moderate'],
  ['重度污染', 'Heavy'],
  ['严重污染', 'Severe'],
];

const WATER_CLASSES: Words[] = [
  ['Ⅰ类', 'Ⅰ'],
  ['Ⅱ类', 'Ⅱ'],
  ['Ⅲ类', 'Ⅲ'],
  ['Ⅳ类', 'Ⅳ'],
  ['Ⅴ类', 'Ⅴ'],
  ['劣Ⅴ类', 'Worse than Ⅴ'],
];

export const SEVERITY_WORDS: Record<Severity, Words> = {
  red: ['红色', 'Red'],
  orange: ['橙色', 'Orange'],
  yellow: ['黄色', 'Yellow'],
  blue: ['蓝色', 'Blue'],
};

const POLLUTANTS = { so2: 'SO₂', no2: 'NO₂', pm10: 'PM10', co: 'CO', o3: 'O₃', pm2_5: 'PM2.5' };

const STATES: Record<string, readonly [Words, string]> = {
  firing: [['报警中', 'Firing'], colours.state.bad],
  recovering: [['恢复中', 'Recovering'], colours.state.watch],
  resolved: [['解除', 'Resolved'], colours.state.good],
  retracted: [['撤回', 'Retracted'], colours.plain.unknown],
  no_data: [['无数据', 'No data'], colours.plain.unknown],
  muted: [['时段外', 'Muted'], colours.plain.unknown],
};

export const DOMAIN_WORDS: Record<string, Words> = {
  transit: ['公共交通', 'Transit'],
  air: ['空气', 'Air'],
  water: ['水', 'Water'],
  region: ['都市圈', 'Region'],
};

export function aqiLevels(language: Language): dashboard.ValueMapping {
  return levels(AQI_LEVELS, colours.aqi, language);
}

export function waterClasses(language: Language): dashboard.ValueMapping {
  return levels(WATER_CLASSES, colours.waterClass, language);
}

export function severities(language: Language): dashboard.ValueMapping {
  const entries = Object.entries(SEVERITY_WORDS) as [Severity, Words][];
  return coloured(
    Object.fromEntries(entries.map(([name, words]) => [name, [say(words, language), colours.severity[name]]])),
  );
}

export function states(language: Language): dashboard.ValueMapping {
  return coloured(
    Object.fromEntries(Object.entries(STATES).map(([name, [words, colour]]) => [name, [say(words, language), colour]])),
  );
}

/** Single pollutants and pairs, in the order in which results join them. */
export function pollutants(): dashboard.ValueMapping {
  const items = Object.entries(POLLUTANTS) as [keyof typeof POLLUTANTS, string][];
  const single = items.map(([id, name]) => [id, [name, colours.pollutant[id]]] as const);
  const pairs = items.flatMap(([first, firstName], index) =>
    items.slice(index + 1).map(([second, secondName]) => {
      const words: readonly [string, string] = [`${firstName}, ${secondName}`, colours.pollutant[first]];
      return [`${first},${second}`, words] as const;
    }),
  );
  return coloured(Object.fromEntries([...single, ...pairs]));
}

export function words(names: Record<string, Words>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([id, text]) => [id, say(text, language)]));
}

function levels(names: Words[], palette: string[], language: Language): dashboard.ValueMapping {
  const entries = names.map((text, index) => {
    const shown: readonly [string, string] = [say(text, language), palette[index] ?? colours.plain.unknown];
    return [String(index + 1), shown] as const;
  });
  return coloured(Object.fromEntries(entries));
}
