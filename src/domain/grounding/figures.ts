/** One way to read a figure. "5 to 6 billion" makes two readings of its 5. */
export interface FigureReading {
  /** Canonical decimal value with magnitudes multiplied in: "14 billion" and "14bn" are `14000000000`. */
  readonly value: string;
  readonly kind: 'plain' | 'percent' | 'ordinal';
  readonly currency: string | null;
}

export interface Figure {
  readonly written: string;
  readonly readings: readonly FigureReading[];
}

const digits = /(?<![\p{Script=Latin}\p{N}])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
  t: 1e12,
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
};
const wordScale = /^[ -]?(hundred|thousand|million|mln|mn|billion|bn|trillion|trn|tn)\b/i;
/** A single letter is a magnitude only where it touches the digits: "5m", not "5 m". */
const touchingScale = /^(mln|mn|m|bn|b|trn|tn|t|k)(?![\p{Script=Latin}\d])/iu;
const hanScale = /^ ?([十百千万萬亿億兆])/;

/** Letters that touch digits and leave them a figure; any others make a code such as 5G or 14A. */
const units = /^(?:nm|mm|cm|km|kg|gb|tb|mb|mhz|ghz|gbps|tops|kw|mw|gw|pc|pct|pp|usd|eur|cny|hours?|x|s)$/i;
const percentAfter = /^[ -]?(?:%|percent\b|percentage points?\b|per cent\b|pct\b|pc\b|个百分点|個百分點)/i;
const rangeAfter = /^ ?(?:-|to|至|到|~) ?(?:[^\d\s\p{L}]|US\$){0,2}\d[\d.,]*/u;
const betweenAfter = /^ and (?:[^\d\s\p{L}]|US\$){0,2}\d[\d.,]*/u;

const currencies: readonly (readonly [string, RegExp, RegExp])[] = [
  ['HKD', /HK\$ ?$/i, /^ ?(?:Hong Kong dollars?\b|港元|港币)/i],
  ['TWD', /NT\$ ?$/i, /^ ?(?:Taiwan(?:ese)? dollars?\b|新台币|新台幣)/i],
  ['CAD', /(?:C|CA)\$ ?$/, /^ ?Canadian dollars?\b/i],
  ['AUD', /(?:A|AU)\$ ?$/, /^ ?Australian dollars?\b/i],
  ['USD', /(?:US\$|USD|\$) ?$/i, /^[ -]?(?:(?:US|U\.S\.|American) )?(?:dollars?\b|usd\b|美元|美金)/i],
  ['EUR', /(?:€|EUR) ?$/i, /^[ -]?(?:euros?\b|eur\b|欧元|歐元)/i],
  ['GBP', /(?:£|GBP) ?$/i, /^[ -]?(?:pounds?\b|gbp\b|英镑|英鎊)/i],
  ['JPY', /JPY ?$/i, /^[ -]?(?:yen\b|jpy\b|日元|日圆)/i],
  ['CNY', /(?:¥|RMB|CNY) ?$/i, /^[ -]?(?:yuan\b|rmb\b|cny\b|人民币|人民幣|元)/i],
];

interface Tail {
  readonly scale: number;
  readonly kind: FigureReading['kind'];
  readonly currency: string | null;
}

/** Multiplies the magnitudes that follow ("1.2万亿", "5 hundred thousand") and answers what is left. */
function readScale(after: string): { scale: number; rest: string } {
  let scale = 1;
  let rest = after;
  for (let match = matchScale(rest); match; match = matchScale(rest)) {
    scale *= scales[(match[1] ?? '').toLowerCase()] ?? 1;
    rest = rest.slice(match[0].length);
  }
  return { scale, rest };
}

function matchScale(rest: string): RegExpExecArray | null {
  return wordScale.exec(rest) ?? touchingScale.exec(rest) ?? hanScale.exec(rest);
}

function readTail(after: string): Tail {
  if (/^(?:st|nd|rd|th)\b/i.test(after)) return { scale: 1, kind: 'ordinal', currency: null };
  const { scale, rest } = readScale(after);
  const currency = currencies.find(([, , behind]) => behind.test(rest))?.[0] ?? null;
  if (percentAfter.test(rest)) return { scale, kind: 'percent', currency };
  const isTenths = /^成(?!为|為|立|了|功|果|员|員|本|都)/.test(rest);
  return isTenths ? { scale: scale * 10, kind: 'percent', currency } : { scale, kind: 'plain', currency };
}

/** True when the letters that touch a figure's digits make a code of it (5G, 4o) and not a unit or a magnitude. */
export function makesCode(after: string): boolean {
  const letters = /^[\p{Script=Latin}]+/u.exec(after)?.[0];
  if (!letters || units.test(letters) || /^(?:st|nd|rd|th)$/i.test(letters)) return false;
  return !touchingScale.test(after) && !wordScale.test(after);
}

function readingsOf(number: number, before: string, after: string): readonly FigureReading[] {
  const inFront = currencies.find(([, ahead]) => ahead.test(before))?.[0] ?? null;
  const range = (/between (?:[^\d\s\p{L}]|US\$)?$/iu.test(before) ? betweenAfter : rangeAfter).exec(after);
  const own = readTail(after);
  const tails = range ? [own, readTail(after.slice(range[0].length))] : [own];
  if (/百分之$/.test(before)) tails.push({ ...own, kind: 'percent' });
  if (/第$/.test(before)) tails.push({ ...own, kind: 'ordinal' });
  return tails.map((tail) => ({
    value: String(Number((number * tail.scale).toPrecision(12))),
    kind: tail.kind,
    currency: inFront ?? tail.currency,
  }));
}

/**
 * The figures of a text in which number words are digits already. Codes (5G, H20) are left to the rule of names.
 * @see foldText, wordsToDigits, hanToDigits
 */
export function readFigures(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(digits)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (makesCode(after)) continue;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const number = Number(match[0].replaceAll(',', ''));
    figures.push({ written: match[0], readings: readingsOf(number, before, after) });
  }
  return figures;
}

/** A percentage is never a count. A currency that the draft names must be that of the source. */
export function isSameFigure(draft: Figure, source: Figure): boolean {
  return draft.readings.some((a) => source.readings.some((b) => isSameReading(a, b)));
}

function isSameReading(draft: FigureReading, source: FigureReading): boolean {
  return (
    draft.value === source.value &&
    draft.kind === source.kind &&
    (draft.currency === null || draft.currency === source.currency)
  );
}
