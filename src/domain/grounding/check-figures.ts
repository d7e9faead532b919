import type { StatedDate } from './dates.ts';
import { type Figure, isSameFigure } from './figures.ts';
import type { Grounds } from './grounds.ts';
import { readStatedNumbers } from './stated-numbers.ts';

/** Every figure of the draft stands in a cited sentence: the same value, percent for percent, no other currency. */
export function checkFigures(draft: string, grounds: Grounds): readonly string[] {
  const known = grounds.texts.flatMap(figuresOf);
  return readStatedNumbers(draft)
    .figures.filter((figure) => !known.some((source) => isSameFigure(figure, source)))
    .map((figure) => `The figure ${figure.written} is not in the cited sentences.`);
}

/** "One" is grounded by "a single" and the like, and a bare 2000 may be a count as well as a year. */
function figuresOf(text: string): readonly Figure[] {
  const { dates, figures } = readStatedNumbers(text);
  const one = /\b(?:an?|single|sole)\b/i.test(text) ? [plainFigure('1')] : [];
  return [...figures, ...dates.filter(isBareYear).map(({ written }) => plainFigure(written)), ...one];
}

function isBareYear(date: StatedDate): boolean {
  return /^\d{4}$/.test(date.written);
}

function plainFigure(value: string): Figure {
  return { written: value, readings: [{ value, kind: 'plain', currency: null }] };
}
