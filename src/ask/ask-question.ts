import type { AnswerDocument } from '../domain/message-document.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { SentenceIndex } from '../ports/sentence-index.ts';
import { answerFrom } from './answer.ts';
import { retrieve } from './retrieve.ts';

/** Longer questions are texts; the words that matter are lost in them. */
const mostCharacters = 1000;

/** Answers a question from what is known, every sentence cited, or says that the sources do not hold it. */
export async function askQuestion(
  text: string,
  index: SentenceIndex,
  lexicon: TopicLexicon,
): Promise<AnswerDocument> {
  const question = singleLine(text).slice(0, mostCharacters);
  const answer = answerFrom(await retrieve(question, index, lexicon), lexicon);
  return { kind: 'answer', question, ...answer };
}
