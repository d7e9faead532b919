/**
 * Words before whose full stop a sentence does not end. Lower case; single letters ("U.", "J.") are handled apart.
 */
const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st jr sr messrs inc corp ltd co llc plc bros dept univ assn
no nos art sec fig vol pp ed eds vs etc al approx est cf e.g i.e u.s u.k u.n e.u d.c a.m p.m jan feb mar apr jun jul aug
sep sept oct nov dec mon tue wed thu fri sat sun supp para reg regs pty gmbh`.split(/\s+/),
);

const closers = '["\'”’»」』）)\\]]*';
/**
 * Closed within the line and of few sentences. One that stays open is no quotation to rely on, its mark may be a
 * slip; and a whole speech between two marks as one sentence would fit no message.
 */
const quotation = '「[^「」]{0,400}」|『[^『』]{0,400}』|“[^“”]{0,400}”';
/**
 * A full stop that may end a sentence, with what closes after it; a Han stop ends one without a space. A quotation is
 * passed over as a whole, so that none is torn: only a stop at its very end may end the sentence.
 */
const stop = new RegExp(
  `(?<quotation>(?:${quotation})${closers})|[。！？]${closers}|[.!?…]+${closers}(?=\\s|$)`,
  'gu',
);
const stopAtEnd = new RegExp(`[。！？.!?…]${closers}$`, 'u');
/** The next sentence starts with a capital, a digit, an opening mark or a letter of a script without case. */
const opensSentence = /^\s*["“‘«「『（([]*(?:\p{Lu}|\p{Lo}|\p{N})/u;

/** The mark of a list's item or of a quoted line is no part of its sentence. */
const listMark = /^\s*[-*•·>–—]\s+/u;

/** Cuts text into sentences, each verbatim and trimmed. A line break always ends one. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+/).flatMap((line) => sentencesOfLine(line.replace(listMark, '')));
}

/** Characters beside a stop that decide; the whole line at each stop would cost its square. */
const neighborhood = 60;

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(stop)) {
    const mark = match.groups?.['quotation'] ? stopAtEnd.exec(match[0])?.[0] : match[0];
    if (mark === undefined) continue;
    const end = match.index + match[0].length;
    const before = line.slice(Math.max(start, end - mark.length - neighborhood), end - mark.length);
    if (!endsSentence(before, mark, line.slice(end, end + neighborhood))) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !isTeaser(sentence));
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (/^[。！？]/u.test(mark)) return true;
  if (/^\S/u.test(after)) return false;
  if (!/^\.[^.]*$/.test(mark)) return !/^\s*\p{Ll}/u.test(after);
  if (!after.trim()) return true;
  if (!opensSentence.test(after)) return false;
  const lastWord = /([\p{L}.]+)$/u.exec(before)?.[1] ?? '';
  // An initial ("J. Smith") or an abbreviation of letters ("15 C.F.R. Part 744").
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(lastWord)) return false;
  return !abbreviations.has(lastWord.toLowerCase().replace(/^\./, ''));
}

/** "All 120 articles »": the arrow of a link, unless it closes a quotation that was opened. */
function isTeaser(sentence: string): boolean {
  return /[»›]$/u.test(sentence) && !/[«‹]/u.test(sentence);
}
