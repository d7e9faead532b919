import type { CommandAnswer } from '../../src/domain/command.ts';
import type { Language } from '../../src/domain/words/words.ts';
import type { SlackPayload } from './block-types.ts';
import { cappedAnswer } from './cap-answer.ts';
import { clientOf, type Desk } from './desk.ts';
import { postResponse } from './post-response.ts';
import { problemOf } from './problem-of.ts';
import type { Origin } from './read-origin.ts';
import { blocksRefused, sendWithFeedback, withoutFeedback } from './send-with-feedback.ts';

type AnswerDesk = Pick<Desk, 'clients' | 'patiently' | 'log'>;

/** More answers than that a response_url does not take. */
const mostResponses = 5;

/**
 * Shows an answer to the person who asked and to nobody else: by the response_url while that takes it, else as an ephemeral
 * message where they asked, else in their direct messages. Rejects when none of them works.
 */
export async function answerPerson(
  answer: CommandAnswer,
  origin: Origin,
  language: Language,
  desk: AnswerDesk,
): Promise<void> {
  let responses = origin.responseUrl === null ? mostResponses : 0;
  for (const payload of cappedAnswer(answer, language)) {
    if (responses < mostResponses) {
      responses += 1;
      if (await respond(payload, origin, desk)) continue;
      // Used up or too old: it will not take the next one either.
      responses = mostResponses;
    }
    if (!(await showThere(payload, origin, desk))) await writeTo(payload, origin, desk);
  }
}

/** The same in their direct messages, wherever they asked. */
export async function answerDirectly(
  answer: CommandAnswer,
  origin: Origin,
  language: Language,
  desk: AnswerDesk,
): Promise<void> {
  for (const payload of cappedAnswer(answer, language)) await writeTo(payload, origin, desk);
}

async function respond(payload: SlackPayload, { responseUrl, threadTs }: Origin, desk: AnswerDesk) {
  if (responseUrl === null) return false;
  const post = (content: SlackPayload) =>
    postResponse(responseUrl, {
      response_type: 'ephemeral',
      replace_original: false,
      ...content,
      ...(threadTs !== null && { thread_ts: threadTs }),
    });
  const plain = withoutFeedback(payload);
  const first = await post(payload);
  const problem = first === blocksRefused && plain ? await post(plain) : first;
  if (problem === null) return true;
  desk.log.info('Slack takes no more answers at the response_url', { problem });
  return false;
}

async function showThere(payload: SlackPayload, origin: Origin, desk: AnswerDesk): Promise<boolean> {
  const { channelId, personId, threadTs } = origin;
  if (channelId === null) return false;
  const client = await clientOf(origin, desk);
  const place = { channel: channelId, user: personId, ...(threadTs !== null && { thread_ts: threadTs }) };
  try {
    await sendWithFeedback(payload, desk.log, (content) =>
      desk.patiently(() => client.apiCall('chat.postEphemeral', { ...content, ...place })),
    );
    return true;
  } catch (error) {
    desk.log.info('Slack shows no answer where it was asked for', { problem: problemOf(error) });
    return false;
  }
}

async function writeTo(payload: SlackPayload, origin: Origin, desk: AnswerDesk): Promise<void> {
  const client = await clientOf(origin, desk);
  const { channel } = await desk.patiently(() => client.conversations.open({ users: origin.personId }));
  const id = channel?.id ?? '';
  await sendWithFeedback(payload, desk.log, (content) =>
    desk.patiently(() => client.apiCall('chat.postMessage', { channel: id, ...content })),
  );
}
