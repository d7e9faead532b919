import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { entitiesOf, namesIn, withoutNames } from './names-in.ts';
import { tellingTokens } from './telling-tokens.ts';

const opening = /^(?:(?:and|but|so|then|also)\b|(?:what|how) about\b|what of\b|那|还有|還有)|呢[?？]?$/iu;
const pronoun =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|those|these)\b|它|[他她]们?|其|[这這那]/iu;
/** "Which judge?", "How many affiliates?": with more, a question stands on its own feet. */
const mostOfFragment = 2;
/** Two names, or a name and so many words, say what a question is about, even where it begins with "and". */
const fewestBesideName = 2;

/**
 * Whether a question can only be understood with what was asked before it: `yes`, `no`, or `maybe` where it can stand
 * alone and has a word that points back.
 */
export function pointsBack(question: string, lexicon: TopicLexicon): 'yes' | 'maybe' | 'no' {
  const told = tellingTokens(question, lexicon).length;
  if (told === 0) return 'yes';
  const entities = entitiesOf(question, lexicon);
  const rest = entities.reduce((left, entity) => withoutNames(left, entity), question);
  const names = entities.length + namesIn(rest).length;
  if (opening.test(question)) {
    const isWhole = names > 1 || (names > 0 && tellingTokens(rest, lexicon).length >= fewestBesideName);
    return isWhole ? 'maybe' : 'yes';
  }
  if (pronoun.test(question)) return names > 0 ? 'maybe' : 'yes';
  return names === 0 && told <= mostOfFragment ? 'yes' : 'no';
}
