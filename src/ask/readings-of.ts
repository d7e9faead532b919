import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { combineQuestions } from './combine-questions.ts';
import { pointsBack } from './points-back.ts';
import { tellingTokens } from './telling-tokens.ts';

/** A way to understand a question. */
export interface Reading {
  readonly text: string;
  /** What the question itself tells, where the rest was taken from an earlier one: an answer must hold some of it. */
  readonly ownTokens: readonly string[];
}

/** The ways to understand a question after the earlier ones (oldest first), most likely first. */
export function readingsOf(
  question: string,
  earlier: readonly string[],
  lexicon: TopicLexicon,
): readonly [Reading, ...Reading[]] {
  const alone: Reading = { text: question, ownTokens: [] };
  const subject = subjectOf(earlier, lexicon);
  if (subject === null) return [alone];
  const combined: Reading = {
    text: combineQuestions(question, subject, lexicon),
    ownTokens: tellingTokens(question, lexicon),
  };
  switch (pointsBack(question, lexicon)) {
    case 'yes':
      return [combined, alone];
    case 'maybe':
      return [alone, combined];
    case 'no':
      return [alone];
  }
}

/** What the conversation is about: the last question, itself understood with those before it. */
function subjectOf(earlier: readonly string[], lexicon: TopicLexicon): string | null {
  let subject: string | null = null;
  for (const question of earlier) {
    subject =
      subject !== null && pointsBack(question, lexicon) === 'yes'
        ? combineQuestions(question, subject, lexicon)
        : question;
  }
  return subject;
}
