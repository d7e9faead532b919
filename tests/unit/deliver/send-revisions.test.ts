import { expect, test } from 'vitest';
import { tryDelivery } from '../../../src/deliver/try-delivery.ts';
import { endlessAttempt } from '../../fakes/endless-attempt.ts';
import { hourMs, noticeOf, openOutbox } from './outbox.ts';

test('a revision rewrites the message that it is for, and posts none', async () => {
  const outbox = await openOutbox(['head', 'item']);
  await outbox.oweMessages([noticeOf('again', { threadOf: 'head', revises: 'item' })]);

  expect(await outbox.send()).toEqual({ posted: 3, postponed: 0, dead: 0 });

  expect(outbox.posted()).toEqual(['head', 'item']);
  expect(outbox.publisher.posted[1]?.document).toMatchObject({ heading: 'again' });
  expect(outbox.publisher.revisions).toMatchObject([
    { key: 'again', revisedMessageId: 'message-2', threadMessageId: 'message-1' },
  ]);
  expect(await outbox.deliveryOf('again')).toMatchObject({
    state: 'posted',
    messageId: 'message-2',
    permalink: 'https://platform.example/message-2',
  });
});

test('a revision whose answer was lost is made again, without looking for it', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.send();
  await outbox.oweMessages([noticeOf('again', { revises: 'head' })]);
  outbox.publisher.loseNextAnswer();
  expect(await outbox.send()).toMatchObject({ postponed: 1 });
  outbox.clock.advance(hourMs);

  expect(await outbox.send()).toMatchObject({ posted: 1 });

  expect(outbox.publisher.revisions).toHaveLength(2);
  expect(outbox.publisher.searches).toEqual([]);
});

test('a revision of a message that was taken away is given up, and the later ones go on', async () => {
  const outbox = await openOutbox(['head']);
  await outbox.send();
  outbox.publisher.takeAway('message-1');
  await outbox.oweMessages([noticeOf('again', { revises: 'head' }), noticeOf('next')]);

  expect(await outbox.send()).toEqual({ posted: 1, postponed: 0, dead: 1 });
  expect(await outbox.deliveryOf('again')).toMatchObject({
    state: 'dead',
    lastProblem: 'The message message-1 is gone.',
  });
});

test.each([
  ['an item whose head', { threadOf: 'head' }, 'The message in whose thread it goes was never posted.'],
  ['a revision whose item', { revises: 'head' }, 'The message that it rewrites was never posted.'],
] as const)(
  '%s was never posted is refused: it would stand alone in the channel',
  async (_what, place, problem) => {
    const outbox = await openOutbox(['head']);
    const delivery = { ...(await outbox.deliveryOf('head')), ...noticeOf('item', place) };
    const claimed = {
      ...{ delivery, mayBePosted: false, firstTriedAtMs: 0, threadMessageId: null, revisedMessageId: null },
      language: 'en',
    } as const;

    expect(await tryDelivery(claimed, endlessAttempt, outbox.tools)).toEqual({ kind: 'refused', problem });
    expect(outbox.publisher.attempts).toEqual([]);
  },
);

test('what is given up takes its thread with it', async () => {
  const outbox = await openOutbox(['head', 'item']);
  outbox.publisher.failNext({ kind: 'refused', problem: 'The channel is gone.' });

  expect(await outbox.send()).toEqual({ posted: 0, postponed: 0, dead: 1 });
  expect(await outbox.deliveryOf('item')).toMatchObject({ state: 'dead' });
});

test('those who are to be called ride on the message, and its address is kept', async () => {
  const outbox = await openOutbox([]);
  const mentions = [{ kind: 'role', id: 'legal' }] as const;
  await outbox.oweMessages([noticeOf('head', { mentions })]);

  await outbox.send();

  expect(outbox.publisher.posted).toMatchObject([{ mentions }]);
  expect((await outbox.deliveryOf('head')).permalink).toBe('https://platform.example/message-1');
});
