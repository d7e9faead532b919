import { type StatedDate, takeDates, takeWeekdays } from './dates.ts';
import { type Figure, readFigures } from './figures.ts';
import { hanToDigits } from './han-numerals.ts';
import { wordsToDigits } from './number-words.ts';

/** All that a folded text states in figures and dates. */
export interface StatedNumbers {
  readonly dates: readonly StatedDate[];
  /** `monday` to `sunday`. */
  readonly weekdays: readonly string[];
  /** Periods told from the moment of writing: `yesterday`, `last year`. */
  readonly relative: readonly string[];
  readonly figures: readonly Figure[];
}

/** "SEK55" is a figure and not a code. */
const touchingCurrency =
  /\b(?:USD|EUR|GBP|RMB|CNY|JPY|HKD|TWD|SEK|NOK|DKK|CHF|INR|KRW|SGD|AUD|CAD|RUB|Rs)(?=\d)/g;

export function readStatedNumbers(text: string): StatedNumbers {
  const { weekdays, relative, rest: withoutDays } = takeWeekdays(text.replace(touchingCurrency, '$& '));
  const { dates, rest } = takeDates(wordsToDigits(hanToDigits(withoutDays)));
  return { dates, weekdays, relative, figures: readFigures(rest) };
}
