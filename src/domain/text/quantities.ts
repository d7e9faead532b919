import { stem } from './tokens.ts';

/** What a number measures, as far as the words beside it tell. Only numbers of one unit can contradict. */
export interface Quantity {
  /** In the unit's base: 1.9 billion is 1900000000, three years are 3. */
  readonly value: number;
  /** The far end of a range ("two to three years"), else the value again. */
  readonly upTo: number;
  /** `usd`, `percent`, `year`, `entity`, …: a currency's code or the stem of the word after it; `` for a bare number. */
  readonly unit: string;
  /** True where the text says "about", "over", "up to": the number is a bound or a guess. */
  readonly isRough: boolean;
  /** Offset in the text. */
  readonly start: number;
}

const wordValues: Readonly<Record<string, number>> = Object.fromEntries(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty`
    .split(/\s+/)
    .map((word, index) => [word, index + 1]),
);
const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const magnitudes: readonly (readonly [RegExp, number])[] = [
  [/^(?:hundred|百)$/, 1e2],
  [/^(?:thousand|k|千)$/, 1e3],
  [/^[万萬]$/, 1e4],
  [/^(?:million|mln|m)$/, 1e6],
  [/^[亿億]$/, 1e8],
  [/^(?:billion|bln|bn|b)$/, 1e9],
  [/^(?:trillion|tn)$/, 1e12],
];

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:us\$|usd|\$|dollars?|美元|美金)$/iu, 'usd'],
  [/^(?:£|gbp|pounds?|英镑|英鎊)$/iu, 'gbp'],
  [/^(?:€|eur|euros?|欧元|歐元)$/iu, 'eur'],
  [/^(?:¥|￥|cny|rmb|yuan|人民币|人民幣|元)$/iu, 'cny'],
  [/^(?:c\$|ca\$|cad|加元)$/iu, 'cad'],
  [/^(?:hk\$|hkd|港元|港币|港幣)$/iu, 'hkd'],
  [/^(?:a\$|aud|澳元)$/iu, 'aud'],
  [/^(?:%|percent|per ?cent|pct)$/iu, 'percent'],
  [/^(?:年)$/u, 'year'],
  [/^(?:个月|個月)$/u, 'month'],
];

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const words = String.raw`\b(?!one\sof\b)(?:(?:twenty|${Object.keys(tens).join('|')})-(?:one|two|three|four|five|six|seven|eight|nine)|${[...Object.keys(wordValues), ...Object.keys(tens)].join('|')})\b`;
const magnitude = String.raw`[\s-]?(?:hundred|thousand|million|billion|trillion|mln|bln|bn|tn)\b|(?<=\d)[kmb]\b|[万萬亿億千百]+`;
const before = String.raw`(?:us|hk|ca|c|a)?\$|[£€¥]|\b(?:usd|eur|gbp|rmb|cny)\s`;
const measure = String.raw`%|per ?cent\b|percent\b|pct\b|美元|美金|英镑|英鎊|欧元|歐元|人民币|人民幣|加元|港元|港币|港幣|澳元|元`;
/** "70 of its affiliates" counts affiliates. */
const partOf = String.raw`(?:of\s(?:the|its|their|these|those|his|her|our)\s)?`;
const after = String.raw`${measure}|个月|個月|[\s-]?${partOf}\p{L}+`;
/** "2-3", "two to three", "between 2 and 3". */
const until = String.raw`\s?(?:-|–|to\b|至|到|(?<=\bbetween\s.{1,20})and\b)\s?`;
/** The measure may stand at both ends: "$4 billion to $5 billion". After "from" these are two figures of two times. */
const untilAnother = String.raw`(?<nearMagnitude>${magnitude})?\s?(?:${measure})?(?<!\bfrom\s.{1,20})${until}(?:${before})?`;
const quantity = new RegExp(
  String.raw`(?<before>${before})?\s?(?<number>${digits}|${words})(?:(?:${until}|${untilAnother})(?<far>${digits}|${words}))?(?<magnitude>${magnitude})?\s?(?<after>${after})?`,
  'dgiu',
);

const month =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
/** Units that make a number part of a name or a date: `5G`, `7nm`, `4th`, `15 CFR`, `3 pm`. */
const namingUnit = /^(?:g|gb|nm|th|st|nd|rd|pm|am|gmt|bst|edt|est|cfr|fr|月|日|号|號|时|時|to|of|and|or)$/iu;
const namedBefore =
  /(?:sections?|sec\.|parts?|rule|no\.|number|articles?|chapter|supplement|phase|version|§|第|\b(?:c\.?f\.?r\.?|f\.?r\.?|u\.?s\.?c\.?|pub\. l\.))\s*$/iu;

const rough =
  /(?:about|around|roughly|nearly|almost|approximately|some|over|least|up to|as (?:much|many|high) as|(?:more|less|fewer) than|exceed(?:s|ing)?|约|約|近|逾|超过|超過|至少|最多|大约|大約)\s*$/iu;

type Groups = Readonly<Record<string, string | undefined>>;

/** What stands right before a number; the whole text before each number would cost the square of the text. */
function wordsBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at);
}

/** The quantities of a text in order. Years, days of dates, and numbers in names and citations are left out. */
export function quantitiesIn(text: string): Quantity[] {
  const normal = ofPlainWidth(text);
  const found: Quantity[] = [];
  for (const match of normal.matchAll(quantity)) {
    const groups: Groups = match.groups ?? {};
    const start = match.indices?.groups?.['number']?.[0] ?? match.index;
    if (isDateOrName(wordsBefore(normal, start), groups)) continue;
    const { magnitude: scale, nearMagnitude = scale, far } = groups;
    const value = scaled(groups['number'] ?? '', nearMagnitude);
    const upTo = far ? scaled(far, scale) : value;
    found.push({
      value,
      upTo,
      unit: unitOf(groups),
      isRough: rough.test(wordsBefore(normal, match.index)),
      start,
    });
  }
  return found;
}

/** Full-width digits and signs of Chinese text made plain, one for one, so that offsets stay. */
function ofPlainWidth(text: string): string {
  return text.replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Rounded to twelve digits: 2.3 times 10^8 must be the same number as 230 times 10^6. */
function scaled(number: string, magnitudeText: string | undefined): number {
  return Number((numberOf(number) * magnitudeOf(magnitudeText)).toPrecision(12));
}

function numberOf(number: string): number {
  if (/^\d/.test(number)) return Number(number.replaceAll(',', ''));
  const parts = number.toLowerCase().split('-');
  return parts.reduce((sum, part) => sum + (wordValues[part] ?? tens[part] ?? 0), 0);
}

function magnitudeOf(text: string | undefined): number {
  const word = text?.replace(/^[\s-]/, '').toLowerCase() ?? '';
  const parts = /[万萬亿億千百]/u.test(word) ? [...word] : [word];
  return parts.reduce(
    (product, part) => product * (magnitudes.find(([pattern]) => pattern.test(part))?.[1] ?? 1),
    1,
  );
}

function unitOf(groups: Groups): string {
  const marks = [groups['before'], groups['after']].map((mark) => mark?.replace(/^[\s-]+/, '').trim() ?? '');
  for (const mark of marks) {
    const known = units.find(([pattern]) => pattern.test(mark));
    if (known) return known[1];
  }
  return stem((marks[1] ?? '').toLowerCase().replace(/^of\s+\p{L}+\s+/u, ''));
}

function isDateOrName(textBefore: string, groups: Groups): boolean {
  const number = groups['number'] ?? '';
  const following = groups['after']?.replace(/^[\s-]+/, '') ?? '';
  if (/^\d/.test(number) && /[\p{L}\p{N}.]$/u.test(textBefore) && !/\p{Script=Han}$/u.test(textBefore))
    return true;
  if (namedBefore.test(textBefore)) return true;
  if (groups['before'] || groups['magnitude']) return false;
  if (/^(?:19|20)\d{2}$/.test(number)) return true;
  if (namingUnit.test(following) || month.test(following)) return true;
  return month.test(/(\p{L}+)\.?\s*$/u.exec(textBefore)?.[1] ?? '');
}
