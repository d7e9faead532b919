import type { SlackPayload } from './block-types.ts';
import { callWithin } from './publish-call.ts';
import type { StandingParts } from './publish-memo.ts';
import type { SlackTarget } from './publish-target.ts';
import { textIn } from './slack-call.ts';
import type { SlackFailure } from './slack-errors.ts';

/** What one delivery takes to be posted. */
export interface PartsToPost {
  readonly payloads: readonly SlackPayload[];
  /** Of the thread that all of it goes into; `null`: the first one begins a thread, and the others go into that. */
  readonly threadTs: string | null;
  /** Whether the channel shows the first one too, when it goes into a thread. */
  readonly isForChannel: boolean;
  /** So far apart are its messages. */
  readonly channelIntervalMs: number;
}

/** The `ts` of the first message. */
export interface PostedParts {
  readonly kind: 'posted';
  readonly ts: string;
}

/**
 * Posts the messages of a delivery that do not stand yet, in order, and tells of each as soon as it stands. When one of
 * them fails, those before it stand: whoever goes on has to know which.
 */
export async function postParts(
  target: SlackTarget,
  { payloads, threadTs, isForChannel, channelIntervalMs }: PartsToPost,
  standing: StandingParts,
  stands: (part: number, ts: string) => void,
): Promise<PostedParts | SlackFailure> {
  let firstTs: string | null = standing.get(1) ?? null;
  let isFollowing = false;
  for (const [index, payload] of payloads.entries()) {
    if (standing.has(index + 1)) continue;
    if (isFollowing) await target.attempt.pause(channelIntervalMs);
    isFollowing = true;
    const root = threadTs ?? firstTs;
    const ts = await postMessage(target, payload, root, isForChannel && index === 0 && threadTs !== null);
    if (typeof ts !== 'string') return ts;
    stands(index + 1, ts);
    firstTs ??= ts;
  }
  return firstTs === null
    ? { kind: 'unknown', problem: 'The message is empty.' }
    : { kind: 'posted', ts: firstTs };
}

/** Posts one message, in a thread or not, and answers with its `ts`. */
export async function postMessage(
  target: SlackTarget,
  payload: SlackPayload,
  threadTs: string | null,
  isBroadcast: boolean,
): Promise<string | SlackFailure> {
  const answer = await callWithin(target, 'chat.postMessage', {
    ...payload,
    channel: target.channelId,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    ...(isBroadcast ? { reply_broadcast: true } : {}),
  });
  if (answer.kind !== 'answered') return answer;
  return textIn(answer.body, 'ts') ?? { kind: 'unknown', problem: 'Slack does not say what it posted.' };
}
