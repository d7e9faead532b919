import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { Platform } from '../../../src/domain/delivery.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { setup } from './channel-setup.ts';
import { hourMs, leaseMs, noticeOf, openOutbox } from './outbox.ts';

const busy = { kind: 'postponed', retryAfterMs: 5_000, problem: 'The platform is busy.' } as const;

/** The publisher, with the time of each message beside it. */
function timed(outbox: Awaited<ReturnType<typeof openOutbox>>) {
  const times: [string, number][] = [];
  const startMs = outbox.clock.nowMs();
  const publisher: Publisher = {
    ...outbox.publisher,
    publish: (message, attempt) => {
      times.push([message.key, outbox.clock.nowMs() - startMs]);
      return outbox.publisher.publish(message, attempt);
    },
  };
  return {
    times,
    tools: { ...outbox.tools, publishers: new Map<Platform, Publisher>([['console', publisher]]) },
  };
}

test('messages of a channel keep the pace of the platform, in one run', async () => {
  const outbox = await openOutbox(['head', 'item-1', 'item-2'], { channelIntervalMs: 1_000 });
  const { times, tools } = timed(outbox);

  expect(await sendDeliveries(tools)).toEqual({ posted: 3, postponed: 0, dead: 0 });

  expect(times).toEqual([
    ['head', 0],
    ['item-1', 1_000],
    ['item-2', 2_000],
  ]);
});

test('a thread that takes longer than a run is patient goes on in the next, and holds nobody up till then', async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `k${index}`);
  const outbox = await openOutbox(keys, { channelIntervalMs: 1_000 });

  expect(await outbox.sendPatiently()).toMatchObject({ posted: 31 });
  expect(await outbox.sendPatiently()).toMatchObject({ posted: 29 });
});

test('a short pause that the platform asks for is waited for, a long one is left to a later run', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.failNext(busy);
  outbox.publisher.failNext({ ...busy, retryAfterMs: 31_000 });

  expect(await outbox.sendPatiently()).toEqual({ posted: 0, postponed: 2, dead: 0 });
  expect(outbox.waitsMs).toEqual([5_000]);
});

test('a run is not held up for ever by a platform that stays busy', async () => {
  const outbox = await openOutbox(['head']);
  for (let count = 0; count < 20; count += 1) outbox.publisher.failNext(busy);

  expect(await outbox.sendPatiently()).toMatchObject({ posted: 0 });
  expect(outbox.waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30_000);
});

test('a clock that is set back does not make a run wait for what is an hour away', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.failNext({ ...busy, retryAfterMs: 31_000 });
  const { publish } = outbox.publisher;
  const publisher: Publisher = {
    ...outbox.publisher,
    publish: async (message, attempt) => {
      const outcome = await publish(message, attempt);
      outbox.clock.advance(-hourMs);
      return outcome;
    },
  };

  await sendDeliveries({ ...outbox.tools, publishers: new Map([['console', publisher]]) });

  expect(outbox.waitsMs).toEqual([]);
});

test('a clock that jumps ahead while a message is on its way does not send it twice', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['other'], { ...setup.ref, channelId: 'other' });
  const { publish } = outbox.publisher;
  const jump = Promise.withResolvers<void>();
  const publisher: Publisher = {
    ...outbox.publisher,
    publish: async (message, attempt) => {
      if (message.key === 'other') await jump.promise;
      else {
        outbox.clock.advance(2 * leaseMs);
        jump.resolve();
        // The sender of the other message is done now, and looks for more while this one is on its way.
        for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
      }
      return publish(message, attempt);
    },
  };

  await sendDeliveries({ ...outbox.tools, publishers: new Map([['console', publisher]]) });

  expect(outbox.publisher.attempts.map(({ key }) => key).toSorted()).toEqual(['head', 'other']);
});

test('what was held for the night is sent when the night is over, in its order', async () => {
  const outbox = await openOutbox([]);
  const untilMs = outbox.clock.nowMs() + hourMs;
  const hold = { kind: 'quiet', untilMs } as const;
  await outbox.oweMessages([noticeOf('first', { hold }), noticeOf('second', { hold }), noticeOf('critical')]);
  expect(await outbox.sendPatiently()).toMatchObject({ posted: 1 });

  outbox.clock.set(untilMs);

  expect(await outbox.sendPatiently()).toMatchObject({ posted: 2 });
  expect(outbox.posted()).toEqual(['critical', 'first', 'second']);
});

test('a night that ends within the patience of a run is waited for', async () => {
  const outbox = await openOutbox([]);
  const hold = { kind: 'quiet', untilMs: outbox.clock.nowMs() + 10_000 } as const;
  await outbox.oweMessages([noticeOf('first', { hold })]);

  expect(await outbox.sendPatiently()).toMatchObject({ posted: 1 });
});

test('what waits for approval is not sent', async () => {
  const outbox = await openOutbox([]);
  await outbox.oweMessages([noticeOf('digest', { hold: { kind: 'approval' } })]);

  expect(await outbox.sendPatiently()).toEqual({ posted: 0, postponed: 0, dead: 0 });
});

test('a run that is told to stop claims nothing more, and ends its wait', async () => {
  const outbox = await openOutbox(['head', 'item'], { channelIntervalMs: 1_000 });
  const stop = new AbortController();
  const wait = async (_ms: number, signal: AbortSignal) => {
    stop.abort();
    signal.throwIfAborted();
  };

  const report = await sendDeliveries({ ...outbox.tools, wait }, { signal: stop.signal });

  expect(report).toMatchObject({ posted: 1 });
  expect(outbox.posted()).toEqual(['head']);
});

test('several channels are posted to at once, each in its order', async () => {
  const outbox = await openOutbox(['a1', 'a2']);
  await outbox.owe(['b1', 'b2'], { ...setup.ref, channelId: 'b' });
  const underway = new Set<string>();
  const moments: string[][] = [];
  const publisher: Publisher = {
    ...outbox.publisher,
    publish: async (message, attempt) => {
      underway.add(message.key);
      moments.push([...underway].toSorted());
      await Promise.resolve();
      underway.delete(message.key);
      return outbox.publisher.publish(message, attempt);
    },
  };

  await sendDeliveries({ ...outbox.tools, publishers: new Map([['console', publisher]]) });

  expect(moments).toContainEqual(['a1', 'b1']);
  expect(moments.filter((keys) => new Set(keys.map((key) => key[0])).size < keys.length)).toEqual([]);
  const order = outbox.posted();
  expect(order.filter((key) => key.startsWith('a'))).toEqual(['a1', 'a2']);
  expect(order.filter((key) => key.startsWith('b'))).toEqual(['b1', 'b2']);
});

test('500 channels are posted to in one run, each message once', async () => {
  const outbox = await openOutbox([]);
  for (let index = 0; index < 500; index += 1) {
    await outbox.owe([`k${index}`], { ...setup.ref, channelId: `c${index}` });
  }

  expect(await outbox.sendPatiently()).toEqual({ posted: 500, postponed: 0, dead: 0 });
  expect(new Set(outbox.posted()).size).toBe(500);
});
