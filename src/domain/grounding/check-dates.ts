import type { StatedDate } from './dates.ts';
import type { Grounds } from './grounds.ts';
import { readStatedNumbers, type StatedNumbers } from './stated-numbers.ts';

/**
 * Every date, month, year, weekday and "last year" of the draft stands in a cited sentence. A date is held by
 * one cited date that has each of its parts; parts of two dates do not make a third.
 */
export function checkDates(draft: string, grounds: Grounds): readonly string[] {
  const stated = readStatedNumbers(draft);
  const known = grounds.texts.map(readStatedNumbers);
  const weekdays = new Set(known.flatMap((numbers) => numbers.weekdays));
  const relative = new Set(known.flatMap((numbers) => numbers.relative));
  return [
    ...stated.dates
      .filter((date) => !known.some((numbers) => holdsDate(numbers, date)))
      .map((date) => `The date "${date.written}" is not in the cited sentences.`),
    ...[
      ...stated.weekdays.filter((name) => !weekdays.has(name)),
      ...stated.relative.filter((name) => !relative.has(name)),
    ].map((name) => `The cited sentences do not say "${name}".`),
  ];
}

function holdsDate(source: StatedNumbers, draft: StatedDate): boolean {
  if (source.dates.some((date) => covers(date, draft))) return true;
  // A bare 2000 of the draft may be a count.
  return source.figures.some((figure) => figure.readings.some(({ value }) => value === draft.written));
}

function covers(source: StatedDate, draft: StatedDate): boolean {
  return (['year', 'month', 'day'] as const).every(
    (part) => draft[part] === null || draft[part] === source[part],
  );
}
