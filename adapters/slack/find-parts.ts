import { callWithin } from './publish-call.ts';
import type { StandingParts } from './publish-memo.ts';
import type { SlackTarget } from './publish-target.ts';
import { type OwnMessage, ownMessages, type Reader, type Readings, readOwn } from './read-pages.ts';
import type { SlackFailure } from './slack-errors.ts';

/** The messages of one delivery that stand. */
export interface FoundParts {
  readonly kind: 'found';
  readonly parts: StandingParts;
  /** How many messages the delivery takes, by what rides on its first; 1 where that does not stand. */
  readonly expected: number;
}

/** What is looked for, and since when it can stand: a `ts` of Slack. */
export interface Search {
  readonly reader: Reader;
  readonly oldestTs: string;
  readonly readings: Readings;
}

const nothing: FoundParts = { kind: 'found', parts: new Map(), expected: 1 };
/** Our clock may be ahead of Slack's. */
const clockDifferenceMs = 60_000;

/** The `ts` that no message of this moment or later, by our clock, lies before. */
export function oldestTsOf(sinceMs: number): string {
  return (Math.max(0, sinceMs - clockDifferenceMs) / 1_000).toFixed(6);
}

/** Looks for a delivery in a channel and the thread of its first message, or in the thread that it went to. */
export async function findParts(
  target: SlackTarget,
  search: Search,
  threadTs: string | null,
): Promise<FoundParts | SlackFailure> {
  if (threadTs !== null) return findInThread(target, search, threadTs);
  const head = await firstOwn(target, search);
  if (head === null) return nothing;
  if (head.kind !== 'own') return head;
  if (head.parts === 1) return { kind: 'found', parts: new Map([[1, head.ts]]), expected: 1 };
  return findInThread(target, search, head.ts);
}

/** The messages of a delivery among those of a thread, whose first message is one of them or not. */
async function findInThread(
  target: SlackTarget,
  { reader, oldestTs, readings }: Search,
  threadTs: string,
): Promise<FoundParts | SlackFailure> {
  const args = { ts: threadTs, oldest: oldestTs };
  const isWhole = (own: readonly OwnMessage[]) => {
    const { parts, expected } = partsAmong(own, reader.key);
    return parts.has(1) && parts.size >= expected;
  };
  const own = await readOwn(target, { method: 'conversations.replies', args, reader }, readings, isWhole);
  return 'kind' in own ? own : partsAmong(own, reader.key);
}

/** The messages of a delivery whose first one is known, in the thread that it goes to or begins. */
export async function findLaterParts(
  target: SlackTarget,
  key: string,
  { root, firstTs }: { readonly root: string; readonly firstTs: string },
): Promise<FoundParts | SlackFailure> {
  const args = { ts: root, oldest: firstTs, inclusive: true };
  const ask = { method: 'conversations.replies', args, reader: null } as const;
  const own = await readOwn(target, ask, new Map(), () => false);
  return 'kind' in own ? own : partsAmong(own, key);
}

function partsAmong(own: readonly OwnMessage[], key: string): FoundParts {
  const ours = own.filter((message) => message.key === key);
  const expected = ours.find(({ part }) => part === 1)?.parts ?? 1;
  return { kind: 'found', parts: new Map(ours.map(({ part, ts }) => [part, ts])), expected };
}

/** What rides on one message; `null` for one that is gone, or not the bot's. */
export async function deliveryAt(
  target: SlackTarget,
  ts: string,
  threadTs: string | null,
): Promise<OwnMessage | SlackFailure | null> {
  // The thread's first message comes with every answer, the message itself by the window of time.
  const window = { ts: threadTs ?? ts, oldest: ts, latest: ts, inclusive: true, limit: 1 };
  const args = { ...window, channel: target.channelId, include_all_metadata: true };
  const answer = await callWithin(target, 'conversations.replies', args);
  if (answer.kind !== 'answered') return answer;
  return ownMessages(answer, target).find((message) => message.ts === ts) ?? null;
}

/** The first message of a delivery in a channel's history, newest first. */
async function firstOwn(
  target: SlackTarget,
  { reader, oldestTs, readings }: Search,
): Promise<OwnMessage | SlackFailure | null> {
  const isFirst = ({ key, part }: OwnMessage) => key === reader.key && part === 1;
  const ask = { method: 'conversations.history', args: { oldest: oldestTs }, reader } as const;
  const own = await readOwn(target, ask, readings, (read) => read.some(isFirst));
  return 'kind' in own ? own : (own.find(isFirst) ?? null);
}
