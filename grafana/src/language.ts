export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A text in Chinese and in English: the type leaves no room for one of them alone. */
export type Words = readonly [zh: string, en: string];

/** A panel's title and what to do when it is red, each in both languages. */
export type PanelWords = readonly [titleZh: string, titleEn: string, actionZh: string, actionEn: string];

export function say(words: Words, language: Language): string {
  return words[language === 'zh' ? 0 : 1];
}

export function title(words: PanelWords): Words {
  return [words[0], words[1]];
}

export function action(words: PanelWords): Words {
  return [words[2], words[3]];
}
