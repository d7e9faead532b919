import { isCommonOpener } from './common-words.ts';
import { makesCode } from './figures.ts';
import { blank, type Grounds, type NameGroup } from './grounds.ts';
import { acronymsOf, foldWord, type LatinWord, latinWords } from './latin-words.ts';
import { wordsToDigits } from './number-words.ts';
import { placeNames } from './place-names.ts';

/** Capitalized, and read by the rule of dates or naming nobody. */
const noName =
  /^(?:I|Mr|Mrs|Ms|Dr|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)$/i;
const unitWord = /^(?:nm|mm|cm|km|kg|gb|tb|mhz|ghz|gbps|tops|bn|mn)$/i;
const currencySign = /\b(?:US|HK|NT|CA?|AU?)\$|\b(?:USD|RMB|CNY|EUR|GBP|JPY|SEK)(?=\d|\b)/g;
const wordCharacter = '[\\p{Script=Latin}\\p{N}]';
/** A full stop after one of these ends no sentence. */
const abbreviation = /(?:\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|No|St|Gen|Sen|Rep|Gov|vs))\.$/u;

/**
 * Every name of the draft stands in a cited sentence, or in the title or publisher of a cited article. Names are
 * acronyms, codes (H20, 5G), words with a capital that their place does not explain, and Latin words in Han text.
 */
export function checkNames(draft: string, grounds: Grounds): readonly string[] {
  const known = [...grounds.texts, ...grounds.headings];
  const { missing, rest } = takeKnownNames(draft, known, [...grounds.knownNames, ...placeNames]);
  const words = new Set(known.flatMap((text) => latinWords(text).map(({ written }) => foldWord(written))));
  const acronyms = new Set(known.flatMap(acronymsOf));
  const isHan = /\p{Script=Han}/u.test(draft);
  const unknown = latinWords(rest)
    .filter((word) => (isHan ? isForeignWord(word) : isName(word, rest, grounds)))
    .map(({ written }) => written)
    .filter((name) => !words.has(foldWord(name)) && !(isAcronym(name) && acronyms.has(foldWord(name))));
  return [...new Set([...missing, ...unknown])].map(
    (name) => `The name "${name.slice(0, 40)}" is not in the cited sentences.`,
  );
}

/** Names with several forms: any form grounds any other. Those found are blanked out of `rest`. */
function takeKnownNames(draft: string, known: readonly string[], groups: readonly NameGroup[]) {
  const missing: string[] = [];
  let rest = draft.replace(currencySign, blank);
  for (const group of groups) {
    const pattern = patternOf(group, draft);
    const found = pattern && rest.match(pattern)?.[0];
    if (!found) continue;
    if (!known.some((text) => text.search(pattern) >= 0)) missing.push(found);
    rest = rest.replace(pattern, blank);
  }
  return { missing, rest };
}

/**
 * `null` for a group of which the text holds nothing: most patterns need not be made. Case counts ("US", "us"),
 * but for headings in capitals. Forms all in small letters are no names.
 */
function patternOf(group: NameGroup, text: string): RegExp | null {
  const forms = group
    .filter((form) => form.length > 1 && /\p{Lu}|\p{Script=Han}/u.test(form))
    .flatMap((form) => [form, form.toUpperCase()]);
  if (!forms.some((form) => text.includes(form))) return null;
  const escaped = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const han = escaped.filter((form) => /\p{Script=Han}/u.test(form));
  const latin = escaped.filter((form) => !han.includes(form));
  const words =
    latin.length > 0 ? [`(?<!${wordCharacter})(?:${latin.join('|')})(?!${wordCharacter}|\\$)`] : [];
  return new RegExp([...words, ...han].join('|'), 'gu');
}

function isAcronym(written: string): boolean {
  return (written.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** Letters and digits in one word, and no figure with its unit. */
function isCode(written: string): boolean {
  if (!/\p{N}/u.test(written) || !/\p{L}/u.test(written)) return false;
  return /^\p{L}/u.test(written) || makesCode(written.replace(/^\p{N}+/u, ''));
}

/** In Han text every Latin word is a name, whatever its case. */
function isForeignWord({ written }: LatinWord): boolean {
  return isCode(written) || (/^\p{L}{2}/u.test(written) && !unitWord.test(written) && !noName.test(written));
}

function isNumberWord(written: string): boolean {
  return wordsToDigits(written) !== written;
}

function isName(word: LatinWord, draft: string, grounds: Grounds): boolean {
  const { written } = word;
  if (noName.test(written) || isNumberWord(written)) return false;
  if (isCode(written) || isAcronym(written)) return true;
  if (!/^\p{Lu}\p{L}/u.test(written)) return false;
  return !startsSentence(word, draft) || !isCommonWord(written, grounds);
}

function startsSentence({ index }: LatinWord, draft: string): boolean {
  const before = draft.slice(0, index).replace(/["'“”‘’「『([\s]+$/u, '');
  if (before === '') return true;
  return /[.!?:;。！？：；-]$/u.test(before) && !abbreviation.test(before);
}

function isCommonWord(written: string, grounds: Grounds): boolean {
  const small = written.toLowerCase();
  if (isCommonOpener(small)) return true;
  const asWord = new RegExp(
    `(?<![\\p{L}\\p{N}'])${small.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`,
    'u',
  );
  return grounds.allTexts.some((text) => asWord.test(text));
}
