import { contentTokens } from '../domain/text/tokens.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { entitiesOf, namesIn, withoutNames } from './names-in.ts';
import { tellingTokens } from './telling-tokens.ts';

/** Every term must stand in an article; with more, none would ever match. */
const mostTerms = 6;
/** Longer ones are no words that a report would have. */
const mostTermChars = 60;

/** What asks in Han text, and what glues words together there: it is cut at these. */
const hanCuts =
  /何时|何時|什么时候|什麼時候|什么|什麼|为何|為何|为什么|為什麼|多少|[几幾][个個家名项項]|哪[些个個位名里裡]?|谁|誰|是否|有没有|[被是的了在吗嗎呢和与與及或]/u;

/**
 * A query of the watches (its grammar is src/watch/parse-query.ts) for what a question asks: the names that the topic
 * knows, other names and figures, then its other telling words. `null` where it tells nothing.
 */
export function watchQueryOf(question: string, lexicon: TopicLexicon): string | null {
  const text = question.normalize('NFKC');
  const entities = entitiesOf(text, lexicon);
  const rest = entities.reduce((left, entity) => withoutNames(left, entity), text);
  const words = wordsOf(rest).filter((word) => isTelling(word, lexicon));
  const names = new Set(namesIn(text));
  const isNameOrFigure = (word: string) => names.has(word) || /\p{N}/u.test(word);
  const terms = [
    ...entities.map(({ id }) => `entity:${quotedWhereNeeded(id)}`),
    ...words.filter(isNameOrFigure).map(quotedWhereNeeded),
    ...words.filter((word) => !isNameOrFigure(word)).map(quotedWhereNeeded),
  ];
  const distinct = [...new Map(terms.map((term) => [term.toLowerCase(), term])).values()];
  return distinct.length > 0 ? distinct.slice(0, mostTerms).join(' ') : null;
}

function wordsOf(text: string): readonly string[] {
  const runs = text.match(
    /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.,'’\&\-][[\p{L}\p{N}]--\p{Script=Han}]+)*/gv,
  );
  return (runs ?? []).flatMap((run) =>
    /^\p{Script=Han}/u.test(run) ? run.split(hanCuts).filter((part) => part.length > 1) : [run],
  );
}

/** What the watches take for a word that every article has is none, nor is what only asks. */
function isTelling(word: string, lexicon: TopicLexicon): boolean {
  if (word.length > mostTermChars || contentTokens(word).length === 0) return false;
  return tellingTokens(word, lexicon).length > 0;
}

function quotedWhereNeeded(word: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(word) && !/^-|-$/.test(word) ? word : `"${word}"`;
}
