import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { Platform } from '../../../src/domain/delivery.ts';
import type { DeliveryStore } from '../../../src/ports/delivery-store.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { setup } from './channel-setup.ts';
import { hourMs, openOutbox } from './outbox.ts';

const busy = { kind: 'postponed', retryAfterMs: null, problem: 'The platform is busy.' } as const;
const gone = { kind: 'refused', problem: 'The channel is gone.' } as const;

test('a refused message is given up with the reason, and the later ones go on', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['later']);
  outbox.publisher.failNext(gone);

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 1 });

  expect(await outbox.deliveryOf('head')).toMatchObject({ state: 'dead', lastProblem: gone.problem });
  expect(outbox.posted()).toEqual(['later']);
  expect(outbox.log.records).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      fields: expect.objectContaining({ key: 'head', problem: gone.problem }),
    }),
  );
});

test('a wait that the platform asks for is kept to the millisecond', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.failNext({ ...busy, retryAfterMs: 2 * hourMs });
  await outbox.send();

  outbox.clock.advance(2 * hourMs - 1);
  expect(await outbox.send()).toMatchObject({ posted: 0 });
  outbox.clock.advance(1);
  expect(await outbox.send()).toMatchObject({ posted: 1 });
});

test('a platform that asks for no wait at all does not use up the attempts in one breath', async () => {
  const outbox = await openOutbox(['head']);
  for (let count = 0; count < 40; count += 1) outbox.publisher.failNext({ ...busy, retryAfterMs: 0 });

  expect(await outbox.send()).toEqual({ posted: 0, postponed: 1, dead: 0 });
  expect((await outbox.deliveryOf('head')).state).toBe('owed');
});

test('without a word from the platform the waits double, up to an hour, for about a day', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['later']);
  const waitsMs: number[] = [];
  const { record } = outbox.store.deliveries;
  const deliveries: DeliveryStore = {
    ...outbox.store.deliveries,
    record: (key, attempt, outcome) => {
      if (outcome.kind === 'postponed') waitsMs.push(outcome.retryAtMs - outbox.clock.nowMs());
      return record(key, attempt, outcome);
    },
  };
  for (let attempt = 0; attempt < 30; attempt += 1) {
    outbox.publisher.failNext(busy);
    await sendDeliveries({ ...outbox.tools, deliveries }, { patienceMs: 0 });
    outbox.clock.advance(waitsMs.at(-1) ?? 0);
  }

  expect(waitsMs.slice(0, 10).map((ms) => ms / 1000)).toEqual([
    15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600,
  ]);
  const totalHours = waitsMs.reduce((sum, ms) => sum + ms, 0) / hourMs;
  expect(totalHours).toBeGreaterThan(20);
  expect(await outbox.deliveryOf('head')).toMatchObject({ state: 'dead', lastProblem: busy.problem });
  expect(outbox.posted()).toEqual(['later']);
});

test('what is owed to a platform that is off waits, says what to do, and is sent once it is on', async () => {
  const outbox = await openOutbox(['head']);
  const off = { ...outbox.tools, publishers: new Map<Platform, Publisher>() };

  expect(await sendDeliveries(off, { patienceMs: 0 })).toEqual({ posted: 0, postponed: 1, dead: 0 });

  expect((await outbox.deliveryOf('head')).lastProblem).toBe(
    'console is off; set its token to switch it on.',
  );
  outbox.clock.advance(hourMs);
  expect(await outbox.send()).toMatchObject({ posted: 1 });
});

test('what is owed to a platform that is off is never given up for that', async () => {
  const outbox = await openOutbox(['head']);
  const off = { ...outbox.tools, publishers: new Map<Platform, Publisher>() };

  for (let hour = 0; hour < 40; hour += 1) {
    expect(await sendDeliveries(off, { patienceMs: 0 })).toEqual({ posted: 0, postponed: 1, dead: 0 });
    outbox.clock.advance(hourMs);
  }

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 0 });
});

test('a publisher that throws holds back no other channel, and its message is looked for before a second try', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['elsewhere'], { ...setup.ref, channelId: 'other' });
  const { publisher } = outbox;
  const faulty: Publisher = {
    ...publisher,
    publish: async (message, attempt) => {
      const outcome = await publisher.publish(message, attempt);
      if (message.key === 'head') throw new Error('The answer is no JSON.');
      return outcome;
    },
  };
  const tools = { ...outbox.tools, publishers: new Map<Platform, Publisher>([['console', faulty]]) };

  expect(await sendDeliveries(tools, { patienceMs: 0 })).toEqual({ posted: 1, postponed: 1, dead: 0 });
  expect(outbox.log.records).toContainEqual(
    expect.objectContaining({
      level: 'error',
      fields: expect.objectContaining({ reason: 'The answer is no JSON.' }),
    }),
  );
  outbox.clock.advance(hourMs);
  expect(await sendDeliveries(tools, { patienceMs: 0 })).toEqual({ posted: 1, postponed: 0, dead: 0 });
  expect(outbox.posted()).toEqual(['head', 'elsewhere']);
});
