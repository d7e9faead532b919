import type { QueryToken } from './query-token.ts';

export type TokensOutcome =
  | { readonly kind: 'ok'; readonly tokens: readonly QueryToken[] }
  | { readonly kind: 'invalid'; readonly problem: string };

/** What keyboards and word processors write for the signs of the grammar. */
const plainSigns: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟＂「」『』«»'].map((sign) => [sign, '"'] as const),
  ...[...'‘’‚‛＇'].map((sign) => [sign, "'"] as const),
  ['（', '('],
  ['）', ')'],
  ['：', ':'],
  ['／', '/'],
  ['－', '-'],
  ['−', '-'],
]);
const fancySign = new RegExp(`[${[...plainSigns.keys()].join('')}]`, 'gu');

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

// Each is tried where the last piece ended; the first that fits is taken.
const space = /\s+/uy;
const parenthesis = /[()]/uy;
const minus = /-(?=[^\s)])/uy;
const regex = /\/(?<source>(?:\\.|[^\\/])*)\//suy;
const quoted = /(?:(?<field>[A-Za-z]+):\s*)?"(?<value>[^"]*)"/uy;
const fieldAlone = /(?<field>[A-Za-z]+):(?<value>[^\s()"]*)/uy;
const word = /[^\s()"]+/uy;

/** Cuts a query into its pieces; fails on a quote or a regular expression that does not end. */
export function readTokens(text: string): TokensOutcome {
  const plain = text.replaceAll(fancySign, (sign) => plainSigns.get(sign) ?? sign);
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < plain.length) {
    const length = lengthAt(space, plain, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const token = tokenAt(plain, at);
    if (typeof token === 'string') return { kind: 'invalid', problem: token };
    tokens.push(token);
    at += token.written.length;
  }
  return { kind: 'ok', tokens };
}

/** The piece at an offset, or the sentence that says why there is none. */
function tokenAt(text: string, at: number): QueryToken | string {
  const sign = matchAt(parenthesis, text, at)?.[0];
  if (sign) return { kind: sign === '(' ? 'open' : 'close', written: sign };
  if (matchAt(minus, text, at)) return { kind: 'not', written: '-' };
  if (text[at] === '/') return regexAt(text, at);
  return termAt(text, at);
}

function regexAt(text: string, at: number): QueryToken | string {
  const match = matchAt(regex, text, at);
  if (match) return { kind: 'regex', written: match[0], source: match.groups?.['source'] ?? '' };
  return `The regular expression ${excerpt(text.slice(at))} does not end: write / after it, or put words with a slash in quotes.`;
}

function termAt(text: string, at: number): QueryToken | string {
  const fielded = matchAt(quoted, text, at) ?? matchAt(fieldAlone, text, at);
  const restAt = at + (fielded?.[0].length ?? 0);
  if (text[at] === '"' && !fielded) return unclosedQuote(text.slice(at));
  if (fielded) {
    const { field = null, value = '' } = fielded.groups ?? {};
    if (value === '' && text[restAt] === '"') return unclosedQuote(text.slice(restAt));
    return { kind: 'term', written: fielded[0], field: field?.toLowerCase() ?? null, value };
  }
  const written = matchAt(word, text, at)?.[0] ?? '';
  const operator = operators.get(written);
  return operator ? { kind: operator, written } : { kind: 'term', written, field: null, value: written };
}

function unclosedQuote(rest: string): string {
  return `The quote ${excerpt(rest)} does not end: write " after its last word.`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}
