import { checkQuery } from './check-query.ts';
import { parseLeaf, type QueryTools } from './parse-leaf.ts';
import type { Query } from './query.ts';
import type { QueryToken } from './query-token.ts';
import { readTokens } from './read-tokens.ts';

export type { QueryTools } from './parse-leaf.ts';

export type ParsedQuery =
  | { readonly kind: 'ok'; readonly query: Query }
  /** `problem` is a sentence that says what to write instead. */
  | { readonly kind: 'invalid'; readonly problem: string };

const maxCharacters = 2000;
const maxTerms = 200;
const maxDepth = 20;

/** A word that every article has: it drops out of an AND, and is refused elsewhere. */
interface StopWord {
  readonly kind: 'stop_word';
  readonly written: string;
}

type Part = Query | StopWord;

type Step<T> = { readonly kind: 'ok'; readonly value: T; readonly next: number } | Problem;

interface Problem {
  readonly kind: 'invalid';
  readonly problem: string;
}

interface Reading {
  readonly tokens: readonly QueryToken[];
  readonly tools: QueryTools;
}

/**
 * Reads a query: words, "phrases", AND, OR, NOT and `-word`, groups, `/regex/` and fields. Neighbors are joined by AND,
 * which binds more tightly than OR.
 */
export function parseQuery(text: string, tools: QueryTools): ParsedQuery {
  if (text.trim() === '') return invalid('The query is empty: write a word, a "phrase" or entity:NAME.');
  if (text.length > maxCharacters) {
    return invalid(
      `The query has ${text.length} characters, and at most ${maxCharacters} are read: make two watches of it.`,
    );
  }
  const read = readTokens(text);
  if (read.kind === 'invalid') return read;
  const terms = read.tokens.filter(({ kind }) => kind === 'term' || kind === 'regex').length;
  if (terms > maxTerms) {
    return invalid(
      `The query has ${terms} terms, and at most ${maxTerms} are allowed: make two watches of it, or use entity: and about:.`,
    );
  }
  const parsed = parseOr({ tokens: read.tokens, tools }, 0, 0);
  if (parsed.kind === 'invalid') return parsed;
  if (read.tokens[parsed.next])
    return invalid('There is a ) without its (: remove it, or write ( where the group begins.');
  if (parsed.value.kind === 'stop_word') return stopWord(parsed.value.written);
  const problem = checkQuery(parsed.value);
  return problem === null ? { kind: 'ok', query: parsed.value } : invalid(problem);
}

function parseOr(reading: Reading, at: number, depth: number): Step<Part> {
  const first = parseAnd(reading, at, depth);
  if (first.kind === 'invalid') return first;
  if (reading.tokens[first.next]?.kind !== 'or') return first;
  const parts = [first.value];
  let next = first.next;
  while (reading.tokens[next]?.kind === 'or') {
    const part = parseAnd(reading, next + 1, depth);
    if (part.kind === 'invalid') return part;
    parts.push(part.value);
    next = part.next;
  }
  const common = parts.find((part) => part.kind === 'stop_word');
  if (common) return stopWord(common.written);
  const queries = parts.filter((part) => part.kind !== 'stop_word');
  return { kind: 'ok', value: joined('or', queries), next };
}

function parseAnd(reading: Reading, at: number, depth: number): Step<Part> {
  const first = parseNot(reading, at, depth);
  if (first.kind === 'invalid') return first;
  const parts = [first.value];
  let next = first.next;
  while (continuesAnd(reading.tokens[next])) {
    const part = parseNot(reading, reading.tokens[next]?.kind === 'and' ? next + 1 : next, depth);
    if (part.kind === 'invalid') return part;
    parts.push(part.value);
    next = part.next;
  }
  const queries = parts.filter((part) => part.kind !== 'stop_word');
  return { kind: 'ok', value: queries.length > 0 ? joined('and', queries) : allStopWords(parts), next };
}

function continuesAnd(token: QueryToken | undefined): boolean {
  return token !== undefined && token.kind !== 'or' && token.kind !== 'close';
}

function allStopWords(parts: readonly Part[]): StopWord {
  const written = parts.map((part) => (part.kind === 'stop_word' ? part.written : '')).join(' ');
  return { kind: 'stop_word', written };
}

function parseNot(reading: Reading, at: number, depth: number): Step<Part> {
  if (depth > maxDepth)
    return invalid(`The groups are nested more than ${maxDepth} deep: write fewer parentheses and NOTs.`);
  const token = reading.tokens[at];
  switch (token?.kind) {
    case 'not': {
      const part = parseNot(reading, at + 1, depth + 1);
      if (part.kind === 'invalid') return part;
      if (part.value.kind === 'stop_word') return stopWord(part.value.written);
      return { ...part, value: { kind: 'not', part: part.value } };
    }
    case 'open':
      return parseGroup(reading, at, depth);
    case 'term':
    case 'regex': {
      const outcome = parseLeaf(token, reading.tools);
      if (outcome.kind === 'invalid') return outcome;
      return { kind: 'ok', value: outcome.kind === 'ok' ? outcome.leaf : outcome, next: at + 1 };
    }
    case 'and':
    case 'or':
    case 'close':
    case undefined:
      return missingTerm(reading.tokens, at);
  }
}

function parseGroup(reading: Reading, at: number, depth: number): Step<Part> {
  const inner = parseOr(reading, at + 1, depth + 1);
  if (inner.kind === 'invalid') return inner;
  if (reading.tokens[inner.next]?.kind === 'close') return { ...inner, next: inner.next + 1 };
  return invalid('A ( has no ): write ) where the group ends.');
}

function missingTerm(tokens: readonly QueryToken[], at: number): Problem {
  const [before, here] = [tokens[at - 1], tokens[at]];
  if (before?.kind === 'open') {
    return invalid(
      'A group has nothing between ( and what follows: write a term there, or remove the parenthesis.',
    );
  }
  if (before)
    return invalid(
      `After ${before.written} a term is missing: write a word, a "phrase" or a ( group ) there.`,
    );
  if (here?.kind === 'close')
    return invalid('There is a ) without its (: remove it, or write ( where the group begins.');
  return invalid(
    `Before ${here?.written ?? 'the end'} a term is missing: write a word, a "phrase" or a ( group ) there.`,
  );
}

/** Parts of the same kind are taken in, so that parentheses without effect leave no trace. */
function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only, ...others] = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  if (only && others.length === 0) return only;
  return { kind, parts: only ? [only, ...others] : [] };
}

function stopWord(written: string): Problem {
  return invalid(`${written} stands in every article: write a telling word, or a "phrase" with one.`);
}

function invalid(problem: string): Problem {
  return { kind: 'invalid', problem };
}
