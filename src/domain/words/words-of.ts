import { english } from './english.ts';
import { german } from './german.ts';
import { simplifiedChinese } from './simplified-chinese.ts';
import type { Language, Words } from './words.ts';

const catalog: Readonly<Record<Language, Words>> = {
  en: english,
  de: german,
  zh: simplifiedChinese,
};

export function wordsOf(language: Language): Words {
  return catalog[language];
}
