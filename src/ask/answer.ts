import type { CitedSentence } from '../domain/citation.ts';
import { citationOf } from '../domain/grounding/cite.ts';
import { isQuotable } from '../domain/grounding/quotable.ts';
import { isMark, isQuantity } from '../domain/index-tokens.ts';
import { canAnswer, roleAskedFor } from '../domain/text/question-type.ts';
import { contentTokens } from '../domain/text/tokens.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { type Passage, type Query, type Retrieved, tokensOf } from './retrieve.ts';

/** The best sentence must hold this share of the question, or nothing known is about it. */
const leastScore = 0.36;
/** Sentences below this share of the best one's score are about something near, and not cited. */
const leastOfBest = 0.5;
const mostSentences = 5;
/** A second sentence of one article counts this much: another article's word is worth a little more. */
const sameArticle = 0.95;
/** Sentences of which this share of all words is common say the same; the second adds nothing. */
const sameSentence = 0.6;

export interface Answer {
  readonly answered: boolean;
  readonly sentences: readonly CitedSentence[];
  /** Why not, for people; `null` when answered. */
  readonly refusal: string | null;
}

/** Answers with the sources' own sentences, or says that the sources do not hold it. */
export function answerFrom({ query, passages: found }: Retrieved, lexicon: TopicLexicon): Answer {
  const passages = found.filter(({ hit }) => isQuotable(hit.article.sentences[hit.sentenceIndex] ?? ''));
  const best = passages[0];
  if (!best || best.score < leastScore) return notInSources('nothing that is known speaks of it');
  const chosen = choose(passages, best.score);
  const fitting = fittingOf(chosen, query, lexicon);
  const missing = missingFrom(fitting, query);
  if (missing) return notInSources(missing);
  const others = chosen.filter((passage) => !fitting.includes(passage));
  return { answered: true, sentences: [...fitting, ...others].map(cite), refusal: null };
}

/** The refusal for a reason, which ends no sentence. */
export function notInSources(reason: string): Answer {
  return { answered: false, sentences: [], refusal: `Not in my sources: ${reason}.` };
}

/** Best first, without saying anything twice, and no article more than needed where several speak. */
function choose(passages: readonly Passage[], bestScore: number): Passage[] {
  const chosen: Passage[] = [];
  const rest = passages.filter(({ score }) => score >= bestScore * leastOfBest);
  while (chosen.length < mostSentences) {
    let next: Passage | null = null;
    let nextScore = 0;
    for (const passage of rest) {
      if (chosen.some((other) => passage === other || saysSame(passage.own, other.own))) continue;
      const fromSame = chosen.filter(({ hit }) => hit.article.id === passage.hit.article.id).length;
      const score = passage.score * sameArticle ** fromSame;
      if (score > nextScore) [next, nextScore] = [passage, score];
    }
    if (!next) break;
    chosen.push(next);
  }
  return chosen;
}

/** Sentences that differ in a figure never say the same: the figure may be what the outlets disagree on. */
function saysSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return overlap(a, b) >= sameSentence && !(hasOtherFigure(a, b) && hasOtherFigure(b, a));
}

function hasOtherFigure(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((token) => isQuantity(token) && !b.has(token));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

/**
 * The passages whose article names all that the question names. What another article says is about somebody else: it
 * may stand beside the answer, and is none.
 */
function fittingOf(chosen: readonly Passage[], query: Query, lexicon: TopicLexicon): Passage[] {
  // A question may name the outlets whose reports it wants compared.
  const outlets = new Set(chosen.flatMap(({ hit }) => contentTokens(hit.article.publisher ?? '')));
  const holds = (tokens: ReadonlySet<string>, alternatives: readonly string[]) =>
    alternatives.some((token) => outlets.has(token) || hasForm(tokens, token));
  return chosen.filter(({ hit }) => {
    const tokens = tokensOf(hit.article, lexicon);
    return query.required.every((alternatives) => holds(tokens, alternatives));
  });
}

/** What of the question no fitting passage gives, as a reason; `null` when nothing is missing. */
function missingFrom(fitting: readonly Passage[], query: Query): string | null {
  if (fitting.length === 0) return 'no article names everything that the question names';
  const sentences = fitting.map(({ hit }) => hit.article.sentences[hit.sentenceIndex] ?? '');
  if (!sentences.some((sentence) => canAnswer(sentence, query.type))) {
    return 'what is known of it does not give what the question asks for';
  }
  const role = roleAskedFor(query.question);
  const roleTokens = role ? contentTokens(role) : [];
  const namesRole = fitting.some(({ own }) => roleTokens.every((token) => own.has(token)));
  return namesRole ? null : `no ${role ?? 'such person'} is named`;
}

/**
 * "Belarusian" is answered by "Belarus": a form that begins with the other one, of five letters at least. Marks have
 * no forms: 90 million begins like 900 million.
 */
function hasForm(tokens: ReadonlySet<string>, token: string): boolean {
  if (tokens.has(token)) return true;
  if (token.length < 5 || isMark(token)) return false;
  for (const other of tokens) {
    if (other.length >= 5 && (other.startsWith(token) || token.startsWith(other))) return true;
  }
  return false;
}

function cite({ hit: { article, sentenceIndex } }: Passage): CitedSentence {
  const text = article.sentences[sentenceIndex] ?? '';
  return { text, citations: [citationOf({ article, text })] };
}
