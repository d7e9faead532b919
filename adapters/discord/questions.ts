import type { CommandInput } from '../../src/domain/command-input.ts';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { isThreadType } from './channel-types.ts';
import { type Answered, answerAs, type Desk } from './desk.ts';
import { discordFailure } from './discord-errors.ts';
import { discordLimits } from './limits.ts';
import type { DiscordPayload } from './messages.ts';
import { openThread } from './open-thread.ts';
import { isPosted, numbered, writeTo } from './post-answer.ts';
import type { Origin } from './read-origin.ts';
import { type Question, readQuestion } from './read-question.ts';
import { payloadsOf, showParts } from './show-answer.ts';

/** Takes a message from the Gateway, and answers it when it asks something. Rejects never. */
export function takeMessageEvent(body: unknown, botId: string, desk: Desk): Promise<void> {
  const question = readQuestion(body, botId);
  if (!question) return Promise.resolve();
  return desk.work.run('question', async () => {
    const isFirst = await desk.events.take('discord', question.messageId, desk.clock.nowMs());
    if (isFirst) await answerQuestion(question, desk);
  });
}

/** Where an answer goes. `replies`: it names the message that it answers, since it stands among others. */
interface AnswerPlace {
  readonly id: string;
  readonly replies: boolean;
}

/**
 * Answers in the thread of the message, which is opened for it; in a thread, and in direct messages, as a reply there. What
 * cannot be posted there is sent to the person. Where nothing of the answer can be shown, an apology is tried.
 */
async function answerQuestion(question: Question, desk: Desk): Promise<void> {
  const { origin, messageId, text } = question;
  const place = await placeFor(question, desk);
  const thread = { ...origin, parentId: place.parentId, placeId: place.id };
  const answered = await answerText(text, thread, desk);
  const show = async (payload: DiscordPayload, part: number | string) => {
    const isReply = place.replies && part === 0;
    const message = isReply ? replyTo(messageId, payload) : payload;
    if (await isPosted(numbered(message, messageId, part), place.id, desk)) return;
    await writeTo(numbered(payload, messageId, part), origin.personId, desk);
  };
  try {
    await showParts(payloadsOf(answered, desk), desk.log, show);
  } catch (error) {
    const [apology = {}] = payloadsOf({ ...answered, answer: failedAnswer }, desk);
    // What is wrong with the answer is more than what is wrong with the apology.
    await show(apology, 'sorry').catch(() => {});
    throw error;
  }
}

async function answerText(text: string, origin: Origin, desk: Desk): Promise<Answered> {
  const input: CommandInput =
    text === '' ? { name: 'help', options: {} } : { name: 'ask', options: { question: text } };
  try {
    return await answerAs(origin, desk, (actor) => desk.chat.run(input, actor));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    desk.log.error('Discord question failed', { problem });
    return { answer: failedAnswer, language: 'en' };
  }
}

/** `parentId`: of the channel, when the place is a thread. */
async function placeFor(
  { origin, messageId, text }: Question,
  desk: Desk,
): Promise<AnswerPlace & { readonly parentId: string | null }> {
  const { placeId, guildId } = origin;
  const here = { id: placeId, replies: true, parentId: null };
  if (guildId === null) return here;
  try {
    const channel = await desk.ask.channel(placeId);
    if (isThreadType(channel.type)) return { ...here, parentId: channel.parent_id ?? null };
    await openThread(placeId, messageId, threadName(text), desk.answers);
    return { id: messageId, replies: false, parentId: placeId };
  } catch (error) {
    const { problem } = discordFailure(error);
    // No right to open threads, or a channel without them: an answer in the channel is still one.
    desk.log.info('Discord opens no thread for an answer', { problem });
    return here;
  }
}

function threadName(text: string): string {
  return shortened(readableLine(text), discordLimits.threadNameChars) || 'Wirewatch';
}

function replyTo(messageId: string, payload: DiscordPayload): DiscordPayload {
  return { ...payload, message_reference: { message_id: messageId, fail_if_not_exists: false } };
}
