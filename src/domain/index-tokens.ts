import { quantitiesIn } from './text/quantities.ts';
import { contentTokens } from './text/tokens.ts';
import type { TopicLexicon } from './topic-lexicon.ts';

const entityMark = '@';
const quantityMark = 'q:';

/**
 * What a text is indexed and compared by: its words; `@id` for each entity it names, under whatever alias and in
 * whatever script; `q:VALUE` for each quantity, however it is written. These marks are how a Chinese report and an
 * English one of the same event find each other.
 */
export function indexTokens(text: string, lexicon: TopicLexicon): string[] {
  return [
    ...contentTokens(text),
    ...lexicon.entitiesIn(text).map((id) => entityMark + id),
    ...quantitiesIn(text).flatMap(({ value, upTo, unit }) =>
      [...new Set([value, upTo])].filter((end) => end > 12 || unit).map((end) => quantityMark + end),
    ),
  ];
}

/** Whether a token is a mark: an entity, a quantity or a calendar year, which mean the same in every language. */
export function isMark(token: string): boolean {
  return token.startsWith(entityMark) || token.startsWith(quantityMark) || /^(?:19|20)\d{2}$/.test(token);
}

export function isQuantity(token: string): boolean {
  return token.startsWith(quantityMark);
}
