import { foldText, type Grounds } from './grounds.ts';

/** Pairs that open and close a quotation, on text as it is written (before quotation marks are folded). */
const pairs: readonly RegExp[] = [
  /“([^”]*)”/g,
  /„([^“”]*)[“”]/g,
  /«([^»]*)»/g,
  /「([^」]*)」/g,
  /『([^』]*)』/g,
  /〝([^〞]*)〞/g,
  /"([^"]*)"/g,
  /＂([^＂]*)＂/g,
  /‘((?:[^’]|’(?=\p{L}))+)’/gu,
  // A straight apostrophe quotes only where it opens after no letter and closes before none.
  /(?<![\p{L}\p{N}])'(?=\S)((?:[^']|(?<=\p{L})'(?=\p{L}))+)(?<=\S)'(?![\p{L}\p{N}])/gu,
];

const marks = /["'“”„«»「」『』〝〞‘’`]/g;

/** Every quotation stands word for word in a cited sentence, and not in a note of ours, which quotes nobody. */
export function checkQuotations(written: string, grounds: Grounds): readonly string[] {
  const unclosed = hasUnclosedQuotation(written) ? ['A quotation is not closed.'] : [];
  const known = grounds.cited
    .filter(({ article }) => article.kind !== 'note')
    .map(({ text }) => bare(foldText(text)));
  const foreign = pairs
    .flatMap((pair) => [...written.matchAll(pair)].map((match) => match[1] ?? ''))
    .filter((quoted) => !known.some((text) => holds(text, quoted)))
    .map((quoted) => `The quotation "${quoted.slice(0, 60)}" is not in the cited sentences word for word.`);
  return [...unclosed, ...foreign];
}

/** Closing punctuation inside the marks belongs to the sentence that quotes, not to the words quoted. */
function holds(text: string, quoted: string): boolean {
  const words = bare(foldText(quoted)).replace(/[\s.,;:!?，。；：！？、]+$/u, '');
  if (words === '') return false;
  const at = text.indexOf(words);
  if (at < 0) return false;
  const isWordChar = /[\p{Script=Latin}\p{N}]/u;
  const startsInWord = isWordChar.test(text[at - 1] ?? ' ') && isWordChar.test(words[0] ?? ' ');
  const endsInWord = isWordChar.test(text[at + words.length] ?? ' ') && isWordChar.test(words.at(-1) ?? ' ');
  return !startsInWord && !endsInWord;
}

function bare(text: string): string {
  return text.replace(marks, '').replace(/\s+/g, ' ').trim();
}

function hasUnclosedQuotation(written: string): boolean {
  const count = (mark: RegExp) => written.match(mark)?.length ?? 0;
  return (
    count(/"/g) % 2 === 1 ||
    // German closes with the mark that English opens with.
    (count(/„/g) === 0 && count(/“/g) !== count(/”/g)) ||
    count(/「/g) !== count(/」/g) ||
    count(/『/g) !== count(/』/g) ||
    count(/«/g) !== count(/»/g)
  );
}
