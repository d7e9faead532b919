import { blank } from './grounds.ts';

/** What a text says of a date; a part that it leaves open is `null`. Month and day count from 1. */
export interface StatedDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly written: string;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];
const shortMonths = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const fullMonths = `${months.join('|')}|${months.join('|').toUpperCase()}`;
const month = `(?<m>${fullMonths}|(?:${shortMonths}|${shortMonths.toUpperCase()})\\b\\.?)`;
const day = '(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.]\\d|\\d|%| ?percent)';
const year = '(?<y>(?:19|20)\\d{2})(?![\\d%]|,\\d{3})';

/** Tried in this order, each on what the earlier ones left. */
const datePatterns: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${year}[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)`, 'g'),
  new RegExp(`(?:${year} ?年 ?)?(?<!\\d)(?<m>\\d{1,2}) ?月(?:份|(?: ?(?<d>\\d{1,2}) ?[日号號]))?`, 'g'),
  new RegExp(`${year} ?年`, 'g'),
  /(?<!\d)(?<d>\d{1,2}) ?[日号號](?!线|線)/g,
  new RegExp(`\\b${month} ${day}(?:,? ${year})?`, 'g'),
  new RegExp(`\\b${day}(?: of)? ${month}(?:,? ${year})?`, 'g'),
  new RegExp(`\\b${month},? (?:of )?${year}`, 'g'),
  new RegExp(`\\b(?<m>${fullMonths})\\b`, 'g'),
  new RegExp(`(?<![\\p{L}\\d.,$€£¥])${year}(?![\\p{Script=Latin}])`, 'gu'),
];

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Sat. and Sun. only with their period, else they are other words. */
const weekday =
  /\b(?:([Ss]un|[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur)days?\b|(Mon|Tues?|Wed|Thurs?|Thu|Fri)\b\.?|(Sat|Sun)\.)|(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])/gu;
const hanWeekdays = '日一二三四五六';

const relativeWords: readonly (readonly [string, RegExp])[] = [
  ['today', /\b(?:today|tonight)\b|今天|今日|今晚/giu],
  ['yesterday', /\byesterday\b|昨天|昨日|昨晚/giu],
  ['tomorrow', /\btomorrow\b|明天|明日/giu],
  ['this week', /\bthis week\b|本周|本週|这周|這週/giu],
  ['last week', /\b(?:last|past) week\b|上周|上週/giu],
  ['next week', /\bnext week\b|下周|下週/giu],
  ['this month', /\bthis month\b|本月|这个月|這個月/giu],
  ['last month', /\b(?:last|past) month\b|上个月|上個月|上月/giu],
  ['next month', /\bnext month\b|下个月|下個月|下月/giu],
  ['this year', /\bthis year\b|今年/giu],
  ['last year', /\b(?:last|past) year\b|去年/giu],
  ['next year', /\bnext year\b|明年/giu],
];

function monthNumber(written: string | undefined): number | null {
  if (!written) return null;
  if (/^\d/.test(written)) return Number(written);
  const start = written.slice(0, 3).toLowerCase();
  return months.findIndex((name) => name.toLowerCase().startsWith(start)) + 1;
}

/** "May" and "March" at the start of a sentence, with no day or year, are more often other words. */
function isOtherWord(text: string, match: RegExpExecArray): boolean {
  return /^(?:may|march)$/i.test(match[0]) && /(?:^|[.!?:"] ?)$/.test(text.slice(0, match.index));
}

function dateOf(match: RegExpExecArray): StatedDate {
  const { y, m, d } = match.groups ?? {};
  return {
    year: y ? Number(y) : null,
    month: monthNumber(m),
    day: d ? Number(d) : null,
    written: match[0],
  };
}

/** Reads dates out of folded text whose number words are digits already; `rest` has them blanked out. */
export function takeDates(text: string): { dates: readonly StatedDate[]; rest: string } {
  const dates: StatedDate[] = [];
  let rest = text;
  for (const pattern of datePatterns) {
    const before = rest;
    for (const match of before.matchAll(pattern)) {
      if (isOtherWord(before, match)) continue;
      dates.push(dateOf(match));
      rest = rest.slice(0, match.index) + blank(match[0]) + rest.slice(match.index + match[0].length);
    }
  }
  return { dates, rest };
}

function weekdayOf(match: readonly (string | undefined)[]): string {
  const han = match[4];
  if (han) return weekdayNames[hanWeekdays.indexOf(han === '天' ? '日' : han)] ?? '';
  const start = (match[1] ?? match[2] ?? match[3] ?? '').slice(0, 3).toLowerCase();
  return weekdayNames.find((name) => name.startsWith(start)) ?? '';
}

/** Weekdays (`monday`) and relative words (`last year`), taken before numerals are read: the 三 of 周三 counts nothing. */
export function takeWeekdays(text: string): {
  readonly weekdays: readonly string[];
  readonly relative: readonly string[];
  readonly rest: string;
} {
  const weekdays = [...text.matchAll(weekday)].map(weekdayOf);
  const relative = relativeWords.filter(([, words]) => text.search(words) >= 0).map(([name]) => name);
  const rest = relativeWords.reduce(
    (left, [, words]) => left.replace(words, blank),
    text.replace(weekday, blank),
  );
  return { weekdays, relative, rest };
}
