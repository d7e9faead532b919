import { foldHan } from './fold-han.ts';

/**
 * English words that say nothing of what a text is about, and those that every report uses ("said").
 * They count in no comparison and in no search.
 */
const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and any are as at be became because been before
being below between both but by can cannot could did do does doing down during each either else even ever every few
for from further get gets got had has have having he her here hers herself him himself his how however i if in into
is it its itself just like made make makes many may me might more most much must my myself near no nor not now of off
often on once one only or other others our ours ourselves out over own per said same say says she should since so some
still such than that the their theirs them themselves then there these they this those though through thus to told too
under until up upon us very was we were what when where whether which while who whom whose why will with within
without would yet you your yours yourself according added around back came come going including it's last later mr mrs
ms new next now percent reported reportedly statement take told two way well went year years`.split(/\s+/),
);

const wordOrHan =
  /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.'’\&\-][[\p{L}\p{N}]--\p{Script=Han}]+)*/gv;
const isHan = /^\p{Script=Han}/u;

/** Characters of Han text that only glue words together. A pair made of one says little of the subject. */
const hanGlue = new Set('的了是在和與与及或就也都而等這这那其於于以對对並并被把將将但');

/**
 * Words of a text as they are compared and searched: Latin words lower-cased and stemmed, without stop words;
 * Han text as overlapping pairs of characters in simplified form, since it has no spaces to cut at.
 */
export function contentTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .matchAll(wordOrHan)) {
    if (isHan.test(run)) tokens.push(...hanPairs(foldHan(run)));
    else tokens.push(...latinTokens(run));
  }
  return tokens;
}

function latinTokens(run: string): string[] {
  if (/^\d/.test(run)) return [run.toLowerCase()];
  const word = run
    // "U.S." and "US-China" must not be taken for the pronoun.
    .replace(/^U\.?S(?![\p{L}\p{N}])/u, 'USA')
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replaceAll(/[.'’]/g, '');
  const parts = word.includes('-') ? [word.replaceAll('-', ''), ...word.split('-')] : [word];
  return parts.filter((part) => part && !stopWords.has(part)).map(stem);
}

function hanPairs(run: string): string[] {
  if (run.length === 1) return hanGlue.has(run) ? [] : [run];
  const pairs: string[] = [];
  for (let i = 0; i + 1 < run.length; i += 1) {
    const pair = run.slice(i, i + 2);
    if (!hanGlue.has(pair.charAt(0)) && !hanGlue.has(pair.charAt(1))) pairs.push(pair);
  }
  return pairs;
}

/**
 * A light stem: plurals, -ed, -ing, and the British -ise and -ence spellings of this beat. Lighter than Porter on
 * purpose: "policy" and "police", "university" and "universe" must stay apart, and names must stay names.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stemmed = singular(word);
  if (stemmed.length > 5) stemmed = stemmed.replace(/(?<=..[^aeiou])(?:ing|ed)$/, '');
  // "banned" is "ban" again; "add" keeps both.
  stemmed = stemmed.replace(/(?<=..)([bdglmnprt])\1$/, '$1');
  stemmed = stemmed.replace(/(lic|def|off)ence$/, '$1ense').replace(/([a-z]{3})is(?:e|ation)$/, '$1ize');
  return stemmed.length > 4 ? stemmed.replace(/e$/, '') : stemmed;
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.replace(/s$/, '');
}
