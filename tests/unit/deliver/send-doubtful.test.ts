import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { Attempt, Publisher } from '../../../src/ports/publisher.ts';
import { setup } from './channel-setup.ts';
import { hourMs, leaseMs, noticeOf, openOutbox } from './outbox.ts';

const minuteMs = 60_000;

test('a message that was certainly not posted is sent again without a search', async () => {
  const outbox = await openOutbox(['head']);
  for (let count = 0; count < 3; count += 1) {
    outbox.publisher.failNext({ kind: 'postponed', retryAfterMs: 5_000, problem: 'The platform is busy.' });
    await outbox.send();
    outbox.clock.advance(5_000);
  }

  expect(await outbox.send()).toMatchObject({ posted: 1 });
  expect(outbox.publisher.searches).toEqual([]);
});

test('a message in doubt is looked for until that is settled, however often it is put off', async () => {
  const outbox = await openOutbox(['head']);
  const firstTriedAtMs = outbox.clock.nowMs();
  outbox.publisher.loseNextAnswer();
  await outbox.send();
  outbox.publisher.answerFindWith({ kind: 'unknown', retryAfterMs: 7_000, problem: 'Later.' });
  outbox.clock.advance(hourMs);
  await outbox.send();
  outbox.clock.advance(6_999);
  expect(await outbox.send()).toMatchObject({ posted: 0, postponed: 0 });
  outbox.publisher.answerFindWith(null);
  outbox.clock.advance(1);

  expect(await outbox.send()).toMatchObject({ posted: 1 });
  expect(outbox.publisher.attempts).toHaveLength(1);
  expect(outbox.publisher.sought.map(({ sinceMs, attempts }) => [sinceMs, attempts])).toEqual([
    [firstTriedAtMs, 2],
    [firstTriedAtMs, 3],
  ]);
});

test('a message that was looked for and not found is in doubt no more', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.failNext({ kind: 'unknown', retryAfterMs: null, problem: 'The connection was reset.' });
  outbox.publisher.failNext({ kind: 'postponed', retryAfterMs: 5_000, problem: 'The platform is busy.' });
  for (let count = 0; count < 3; count += 1) {
    await outbox.send();
    outbox.clock.advance(minuteMs);
  }

  expect(outbox.posted()).toEqual(['head']);
  expect(outbox.publisher.searches).toEqual(['head']);
});

test('a message that may stand where nobody may look is given up with the reason, and is not sent', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.claimAndCrash();
  outbox.clock.advance(leaseMs);
  outbox.publisher.answerFindWith({ kind: 'refused', problem: 'The bot is not in this channel.' });

  expect(await outbox.send()).toEqual({ posted: 0, postponed: 0, dead: 1 });
  expect(outbox.publisher.attempts).toEqual([]);
  expect((await outbox.deliveryOf('head')).lastProblem).toBe('The bot is not in this channel.');
});

test('a workspace that is off uses up no attempt, keeps the order, and the doubt that there was', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['later']);
  await outbox.claimAndCrash();
  outbox.clock.advance(leaseMs);
  outbox.publisher.answerFindWith({ kind: 'off', problem: 'The app was removed.' });

  for (let count = 0; count < 40; count += 1) {
    expect(await outbox.send()).toEqual({ posted: 0, postponed: 1, dead: 0 });
    outbox.clock.advance(5 * minuteMs);
  }
  expect(outbox.log.records.filter(({ level }) => level === 'warn')).toEqual([]);
  outbox.publisher.answerFindWith(null);

  expect(await outbox.send()).toEqual({ posted: 2, postponed: 0, dead: 0 });
  expect(outbox.posted()).toEqual(['head', 'later']);
  expect(outbox.publisher.searches).toHaveLength(41);
});

test('what was to go below a message that is gone is given up, and is no trouble', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.send();
  await outbox.oweMessages([noticeOf('below', { threadOf: 'head' })]);
  outbox.publisher.failNext({ kind: 'gone', problem: 'The thread is gone.' });

  expect(await outbox.send()).toMatchObject({ dead: 1 });
  expect(await outbox.deliveryOf('below')).toMatchObject({
    state: 'dead',
    lastProblem: 'The thread is gone.',
  });
  expect(await outbox.store.deliveries.troubled(0)).toEqual([]);
});

test('an attempt is over before the claim of its message runs out, and its pauses are those of the run', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.owe(['other'], { ...setup.ref, channelId: 'other' });
  const over: boolean[] = [];
  const publisher: Publisher = {
    ...outbox.publisher,
    async publish(message, attempt: Attempt) {
      if (message.key === 'head') {
        over.push(attempt.isOver());
        await attempt.pause(34_999);
        over.push(attempt.isOver());
        await attempt.pause(1);
        over.push(attempt.isOver());
      }
      return outbox.publisher.publish(message, attempt);
    },
  };

  await sendDeliveries({ ...outbox.tools, publishers: new Map([['console', publisher]]) }, { patienceMs: 0 });

  expect(over).toEqual([false, false, true]);
  expect(outbox.waitsMs).toEqual([34_999, 1]);
});
