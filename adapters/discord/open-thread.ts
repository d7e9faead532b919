import type { AnswerApi } from './answer-api.ts';
import { discordCode, discordFailure } from './discord-errors.ts';

/**
 * Opens the thread of a message; once more where it is not known what became of it. Resolves also when the message has one
 * already (160004): a lost answer has opened it.
 */
export async function openThread(
  channelId: string,
  messageId: string,
  name: string,
  answers: AnswerApi,
): Promise<void> {
  for (const isLast of [false, true]) {
    try {
      return await answers.startThread(channelId, messageId, name);
    } catch (error) {
      const failure = discordFailure(error);
      if (failure.kind === 'refused' && failure.code === discordCode.hasThread) return;
      if (isLast || failure.kind !== 'unknown') throw error;
    }
  }
}
