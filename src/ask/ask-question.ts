import type { AnswerDocument } from '../domain/message-document.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { SentenceIndex } from '../ports/sentence-index.ts';
import { type Answer, answerFrom, notInSources } from './answer.ts';
import { ownWordsFirst } from './own-words-first.ts';
import { type Reading, readingsOf } from './readings-of.ts';
import { retrieve } from './retrieve.ts';
import { watchQueryOf } from './watch-query-of.ts';

/** Longer questions are texts; the words that matter are lost in them. */
const mostCharacters = 1000;

/**
 * Answers a question from what is known, every sentence cited, or says that the sources do not hold it. What points back
 * is understood with the `earlier` questions of its conversation (oldest first); the document shows it as it was asked.
 */
export async function askQuestion(
  text: string,
  index: SentenceIndex,
  lexicon: TopicLexicon,
  earlier: readonly string[],
): Promise<AnswerDocument> {
  const question = lineOf(text);
  const [likeliest, ...others] = readingsOf(question, earlier.map(lineOf), lexicon);
  const refusal = await answerReading(likeliest, index, lexicon);
  if (refusal.answered) return { kind: 'answer', question, ...refusal, watchQuery: null };
  for (const reading of others) {
    const answer = await answerReading(reading, index, lexicon);
    if (answer.answered) return { kind: 'answer', question, ...answer, watchQuery: null };
  }
  return { kind: 'answer', question, ...refusal, watchQuery: watchQueryOf(likeliest.text, lexicon) };
}

async function answerReading(
  { text, ownTokens }: Reading,
  index: SentenceIndex,
  lexicon: TopicLexicon,
): Promise<Answer> {
  const answer = answerFrom(await retrieve(text, index, lexicon), lexicon);
  if (!answer.answered) return answer;
  const sentences = ownWordsFirst(answer.sentences, ownTokens, lexicon);
  if (sentences.length > 0) return { ...answer, sentences };
  return notInSources('what is known of it does not give what the question asks for');
}

function lineOf(text: string): string {
  return singleLine(text).slice(0, mostCharacters);
}
