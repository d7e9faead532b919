import { expect, test } from 'vitest';
import { simply } from '../../fakes/simple-publisher.ts';
import { setup } from './channel-setup.ts';
import { hourMs, leaseMs, openOutbox } from './outbox.ts';

test('what is owed is posted in order, the items in the thread of the first, and nothing twice', async () => {
  const outbox = await openOutbox(['head', 'item-1', 'item-2']);

  expect(await outbox.send()).toEqual({ posted: 3, postponed: 0, dead: 0 });
  expect(await outbox.send()).toEqual({ posted: 0, postponed: 0, dead: 0 });

  expect(outbox.publisher.posted.map(({ key, threadMessageId }) => [key, threadMessageId])).toEqual([
    ['head', null],
    ['item-1', 'message-1'],
    ['item-2', 'message-1'],
  ]);
  expect(await outbox.deliveryOf('item-2')).toMatchObject({ state: 'posted', messageId: 'message-3' });
});

test('a message that waits holds back the later ones of its channel, and no other channel', async () => {
  const outbox = await openOutbox(['head', 'item']);
  await outbox.owe(['elsewhere'], { ...setup.ref, channelId: 'other' });
  outbox.publisher.failNext({ kind: 'postponed', retryAfterMs: 5_000, problem: 'The platform is busy.' });

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 1, dead: 0 });
  expect(outbox.posted()).toEqual(['elsewhere']);

  outbox.clock.advance(5_000);
  await outbox.send();
  expect(outbox.posted()).toEqual(['elsewhere', 'head', 'item']);
});

test('a message whose sender died is not touched while its lease runs', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.claimAndCrash();
  outbox.clock.advance(leaseMs - 1);

  expect(await outbox.send()).toEqual({ posted: 0, postponed: 0, dead: 0 });
});

test('a message whose sender died after posting is found by its key and not sent again', async () => {
  const outbox = await openOutbox(['head', 'item']);
  const claimed = await outbox.claimAndCrash();
  const { key, channel, document, mentions } = claimed?.delivery ?? (await outbox.deliveryOf('head'));
  await simply(outbox.publisher).publish({
    ...{ key, channel, document, mentions },
    language: 'en',
    threadMessageId: null,
  });
  outbox.clock.advance(leaseMs);

  expect(await outbox.send()).toEqual({ posted: 2, postponed: 0, dead: 0 });

  expect(outbox.publisher.attempts.map((attempt) => attempt.key)).toEqual(['head', 'item']);
  expect(outbox.publisher.posted[1]?.threadMessageId).toBe('message-1');
  expect(await outbox.deliveryOf('head')).toMatchObject({ state: 'posted', messageId: 'message-1' });
});

test('a message whose sender died before posting is looked for, not found, and sent', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.claimAndCrash();
  outbox.clock.advance(leaseMs);

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 0 });
  expect(outbox.posted()).toEqual(['head']);
});

test('a message that cannot be looked for is not sent at a venture', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.claimAndCrash();
  outbox.clock.advance(leaseMs);
  outbox.publisher.answerFindWith({
    kind: 'unknown',
    retryAfterMs: null,
    problem: 'The history could not be read.',
  });

  expect(await outbox.send()).toEqual({ posted: 0, postponed: 1, dead: 0 });

  expect(outbox.publisher.attempts).toEqual([]);
  expect(await outbox.deliveryOf('head')).toMatchObject({
    state: 'owed',
    lastProblem: 'The history could not be read.',
  });
  outbox.publisher.answerFindWith(null);
  outbox.clock.advance(hourMs);
  expect(await outbox.send()).toMatchObject({ posted: 1 });
});

test('a message whose answer was lost is looked for before it is sent again', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.loseNextAnswer();
  expect(await outbox.send()).toEqual({ posted: 0, postponed: 1, dead: 0 });
  outbox.clock.advance(hourMs);

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 0 });

  expect(outbox.publisher.attempts).toHaveLength(1);
  expect(outbox.posted()).toEqual(['head']);
});

test('a message whose answer was lost and that is not there is sent', async () => {
  const outbox = await openOutbox(['head']);
  outbox.publisher.failNext({
    kind: 'unknown',
    retryAfterMs: null,
    problem: 'The connection was reset.',
  });
  await outbox.send();
  outbox.clock.advance(hourMs);

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 0 });
  expect(outbox.publisher.attempts).toHaveLength(2);
});
