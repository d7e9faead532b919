import type { SourceTier } from '../domain/article.ts';
import { contentTokens } from '../domain/text/tokens.ts';
import type { Topic, TopicEntity } from '../domain/topic.ts';
import type { RegexEngine } from '../ports/regex-engine.ts';
import { closestName } from './closest-name.ts';
import type { Leaf, WeightedToken } from './query.ts';
import type { QueryToken, TermToken } from './query-token.ts';
import { citationOf } from './read-citations.ts';
import { hasUnspacedScript, readWords, unspacedGrams } from './read-words.ts';
import { foldForSubstring } from './search-text.ts';

export interface QueryTools {
  readonly regexes: RegexEngine;
  /** For the ids and names of entities. */
  readonly topic: Topic;
}

export type LeafOutcome =
  | { readonly kind: 'ok'; readonly leaf: Leaf }
  /** A word that every article has. Beside others it counts for nothing. */
  | { readonly kind: 'stop_word'; readonly written: string }
  | { readonly kind: 'invalid'; readonly problem: string };

const verdicts = ['new', 'update', 'repeat', 'contradicts'] as const;
const tiers: readonly SourceTier[] = ['primary', 'wire', 'commentary'];
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A name or a figure tells more of what a description is about than a word of the language. */
const nameWeight = 2;

export function parseLeaf(token: QueryToken & { kind: 'term' | 'regex' }, tools: QueryTools): LeafOutcome {
  if (token.kind === 'regex') return regexLeaf(token.written, token.source, tools.regexes);
  if (token.field !== null && token.value.trim() === '') {
    return invalid(`${token.written} has no value: write it after the colon, without a space.`);
  }
  switch (token.field) {
    case null:
      return textLeaf(token);
    case 'entity':
      return entityLeaf(token, tools.topic);
    case 'cite':
      return citeLeaf(token);
    case 'about':
      return aboutLeaf(token);
    case 'verdict':
      return verdictLeaf(token);
    case 'tier':
    case 'source':
      return tierLeaf(token);
    case 'lang':
      return langLeaf(token);
    default:
      return invalid(
        `There is no field "${token.field}": write entity:, cite:, about:, verdict:, tier: or lang:, or put ${token.written} in quotes.`,
      );
  }
}

function textLeaf({ written, value }: TermToken): LeafOutcome {
  const text = value.normalize('NFKC').trim();
  if (/^(?:and|or|not)$/.test(written)) {
    return invalid(`Write ${written.toUpperCase()} in capitals, or put the words around it in quotes.`);
  }
  if (hasUnspacedScript(text)) return ok({ kind: 'substring', written, text: foldForSubstring(text) });
  const stems = readWords(text).map(({ stem }) => stem);
  if (stems.length === 0)
    return invalid(`${written} holds no letter and no digit: remove it, or write a word.`);
  if (contentTokens(text).length === 0) return { kind: 'stop_word', written };
  return ok({ kind: 'words', written, stems });
}

function regexLeaf(written: string, source: string, regexes: RegexEngine): LeafOutcome {
  const outcome = source === '' ? null : regexes.compile(source);
  if (outcome?.kind === 'invalid') return invalid(outcome.problem);
  if (!outcome || outcome.pattern.firstMatch('') !== null) {
    return invalid(
      `${written} matches the empty text, hence every article: write at least one letter that must stand there.`,
    );
  }
  return ok({ kind: 'regex', written, source, pattern: outcome.pattern });
}

function entityLeaf({ written, value }: TermToken, { entities }: Topic): LeafOutcome {
  const wanted = nameKey(value);
  const entity = entities.find((candidate) => namesOf(candidate).some((name) => nameKey(name) === wanted));
  if (entity) return ok({ kind: 'entity', written, entityId: entity.id, aliases: entity.aliases });
  const meant = closestName(value, entities.flatMap(namesOf));
  const advice = meant === null ? 'write its name as plain words' : `did you mean entity:${asValue(meant)}?`;
  return invalid(`The topic has no entity "${value}": ${advice}${meant === null ? '.' : ''}`);
}

function namesOf({ id, name, aliases }: TopicEntity): readonly string[] {
  return [id, name, ...aliases];
}

function nameKey(name: string): string {
  return foldForSubstring(name.trim()).toLowerCase();
}

function asValue(name: string): string {
  return /[\s()]/.test(name) ? `"${name}"` : name;
}

function citeLeaf(token: TermToken): LeafOutcome {
  const citation = citationOf(token.value.normalize('NFKC'));
  return citation ? ok({ kind: 'cite', written: token.written, citation }) : textLeaf(token);
}

function aboutLeaf({ written, value }: TermToken): LeafOutcome {
  const tokens = weightedTokens(value.normalize('NFKC'));
  if (tokens.length === 0) return { kind: 'stop_word', written };
  return ok({ kind: 'about', written, tokens });
}

function weightedTokens(text: string): readonly WeightedToken[] {
  const weights = new Map<string, number>();
  for (const { stem, start, end } of readWords(text)) {
    const word = text.slice(start, end);
    if (stem === '' || contentTokens(word).length === 0) continue;
    // Every sentence begins with a capital; only one further on shows a name.
    weights.set(stem, /\d/.test(word) || (start > 0 && /^\p{Lu}/u.test(word)) ? nameWeight : 1);
  }
  const telling = new Set(contentTokens(text));
  for (const gram of unspacedGrams(foldForSubstring(text))) if (telling.has(gram)) weights.set(gram, 1);
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  return Array.from(weights, ([token, weight]) => ({ token, weight: weight / sum }));
}

function verdictLeaf({ written, value }: TermToken): LeafOutcome {
  const verdict = verdicts.find((known) => known === value.toLowerCase());
  if (verdict) return ok({ kind: 'verdict', written, verdict });
  return invalid(`There is no verdict "${value}": write verdict:new, update, repeat or contradicts.`);
}

function tierLeaf({ written, value }: TermToken): LeafOutcome {
  const tier = tiers.find((known) => known === value.toLowerCase());
  if (tier) return ok({ kind: 'tier', written, tier });
  return invalid(`There is no source tier "${value}": write tier:primary, tier:wire or tier:commentary.`);
}

function langLeaf({ written, value }: TermToken): LeafOutcome {
  const lang = value.toLowerCase();
  if (/^[a-z]{2,3}$/.test(lang) && languages.of(lang)) return ok({ kind: 'lang', written, lang });
  return invalid(`There is no language "${value}": write its code of two letters, as lang:en or lang:zh.`);
}

function ok(leaf: Leaf): LeafOutcome {
  return { kind: 'ok', leaf };
}

function invalid(problem: string): LeafOutcome {
  return { kind: 'invalid', problem };
}
