import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../../src/deliver/send-deliveries.ts';
import type { Publisher } from '../../../../src/ports/publisher.ts';
import { FixedClock } from '../../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../../fakes/in-memory-store.ts';
import { noticeDocument } from '../../../fixtures/documents.ts';
import { news, slackBench } from './publisher-bench.ts';

/** As for apps outside the Marketplace (docs.slack.dev/reference/methods/conversations.history, "Rate limits"). */
const limits = {
  historyPageMax: 15,
  callsPerMinute: { 'conversations.history': 1, 'conversations.replies': 1 },
};
const minuteMs = 60_000;

/** An outbox with a message for the channel, on a Slack that lets nobody look often. */
async function openOutbox() {
  const clock = new FixedClock('2026-03-04T08:00:00Z');
  const bench = await slackBench({ ...limits, nowMs: () => clock.nowMs() });
  const store = inMemoryStore();
  const { raw: publisher } = bench;
  const tools = {
    deliveries: store.deliveries,
    publishers: new Map([['slack', publisher] as const]) satisfies Map<'slack', Publisher>,
    ...{ clock, log: bench.log, wait: async (ms: number) => clock.advance(ms) },
  };
  const message = { key: 'one', document: noticeDocument(), threadOf: null, revises: null, mentions: [] };
  await store.deliveries.notify([{ channel: news, message: { ...message, hold: null } }], clock.nowMs());
  const startMs = clock.nowMs();

  /** Sends at each moment at which the message is due; how long it took until it was settled, in milliseconds. */
  async function settle(): Promise<number> {
    for (let dueAtMs = await due(); dueAtMs !== null; dueAtMs = await due()) {
      clock.set(Math.max(dueAtMs, clock.nowMs()));
      await sendDeliveries(tools, { patienceMs: 0 });
    }
    return clock.nowMs() - startMs;
  }
  const due = () => store.deliveries.nextDueAtMs(clock.nowMs());
  const stateOfIt = async () => (await store.deliveries.list({ limit: 1 }))[0]?.state;
  return { ...bench, settle, stateOfIt, send: () => sendDeliveries(tools, { patienceMs: 0 }) };
}

test('a message whose answer was lost is found behind forty others, a page a minute, and is not posted twice', async () => {
  const { slack, mishaps, send, settle, stateOfIt, standing } = await openOutbox();
  mishaps.push('lost');
  await send();
  for (let count = 0; count < 40; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });

  expect(await settle()).toBeLessThanOrEqual(4 * minuteMs);

  expect(await stateOfIt()).toBe('posted');
  expect(standing().filter((key) => key === 'one')).toHaveLength(1);
  expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
});

test('a message that was dropped is missed behind forty others, and posted', async () => {
  const { slack, mishaps, send, settle, stateOfIt, standing } = await openOutbox();
  mishaps.push('dropped');
  await send();
  for (let count = 0; count < 40; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });

  expect(await settle()).toBeLessThanOrEqual(4 * minuteMs);

  expect(await stateOfIt()).toBe('posted');
  expect(standing().filter((key) => key === 'one')).toHaveLength(1);
});

test('a pause that Slack asks for is no reason to look for anything', async () => {
  const { slack, send, settle, stateOfIt } = await openOutbox();
  slack.rateLimitNext('chat.postMessage', 30);
  await send();

  expect(await settle()).toBe(30_000);

  expect(await stateOfIt()).toBe('posted');
  expect(slack.calls.map(({ method }) => method)).toEqual([
    'auth.test',
    'chat.postMessage',
    'chat.postMessage',
  ]);
});
