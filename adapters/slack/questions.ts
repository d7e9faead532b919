import type { CommandInput } from '../../src/domain/command-input.ts';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { textAt } from '../../src/domain/json.ts';
import { answerPerson } from './answer-person.ts';
import { cappedAnswer } from './cap-answer.ts';
import { actorOf, clientOf, type Desk } from './desk.ts';
import { problemOf } from './problem-of.ts';
import type { Origin } from './read-origin.ts';
import { plainSlackText } from './read-slack-text.ts';
import { runPermitted, tooMany } from './run-command.ts';
import { sendWithFeedback } from './send-with-feedback.ts';
import { workspaceOf } from './workspace-of.ts';

/** A question in a message. */
export interface Question {
  readonly origin: Origin & { readonly channelId: string; readonly threadTs: string };
  readonly text: string;
}

/**
 * Reads a mention or a direct message; `null` where nobody asks: a message of a bot, an edited or deleted one, one of
 * Slack's own. Its thread is the one that it stands in or begins.
 */
export function readQuestion(body: unknown): Question | null {
  const subtype = textAt(body, 'event', 'subtype');
  const isWritten = subtype === '' || subtype === 'file_share' || subtype === 'thread_broadcast';
  const personId = textAt(body, 'event', 'user');
  if (!isWritten || personId === '' || textAt(body, 'event', 'bot_id') !== '') return null;
  return {
    origin: {
      workspaceId: workspaceOf(body),
      personId,
      channelId: textAt(body, 'event', 'channel'),
      threadTs: textAt(body, 'event', 'thread_ts') || textAt(body, 'event', 'ts'),
      responseUrl: null,
      triggerId: null,
    },
    text: questionText(textAt(body, 'event', 'text')),
  };
}

/** Without the mention at its beginning, which is the bot's name and no part of the question. */
function questionText(text: string): string {
  return plainSlackText(text.trim().replace(/^<@[A-Z0-9]+(?:\|[^>]*)?>[\s:,]*/, '')).trim();
}

/**
 * Answers in the thread of the message, for all who read it; false where that failed, which the person who asked is told, and
 * nobody else.
 */
export async function answerQuestion(question: Question, desk: Desk): Promise<boolean> {
  const { origin } = question;
  const leave = desk.places.take(origin.workspaceId, origin.personId);
  if (!leave) {
    await answerPerson(tooMany, origin, 'en', desk);
    return false;
  }
  try {
    await postAnswer(question, desk);
    return true;
  } catch (error) {
    desk.log.error('Slack question was not answered', { problem: problemOf(error) });
    await answerPerson(failedAnswer, origin, 'en', desk);
    return false;
  } finally {
    leave();
  }
}

async function postAnswer({ origin, text }: Question, desk: Desk): Promise<void> {
  const client = await clientOf(origin, desk);
  const actor = await actorOf(origin, desk);
  const input: CommandInput =
    text === '' ? { name: 'help', options: {} } : { name: 'ask', options: { question: text } };
  const answer = await runPermitted(input, actor, desk);
  for (const payload of cappedAnswer(answer, actor.language)) {
    const place = { channel: origin.channelId, thread_ts: origin.threadTs };
    await sendWithFeedback(payload, desk.log, (content) =>
      desk.lastTry(() => desk.patiently(() => client.apiCall('chat.postMessage', { ...place, ...content }))),
    );
  }
}
