const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** The language where the script tells it: `ja`, `ko`, `zh`, `ru`; `null` for a script of many languages. */
export function scriptLang(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [lang, script] of scripts) {
    // Japanese is told by its kana, of which a text of mostly Han still has some.
    const share = (text.match(script)?.length ?? 0) / Math.max(1, letters);
    if (share > (lang === 'ja' ? 0.1 : 0.3)) return lang;
  }
  return null;
}
