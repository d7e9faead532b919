import { expect, test } from 'vitest';
import { idOf, messageOf, news, noticeOf, slackBench } from './publisher-bench.ts';

test('posts the messages of a long document into the thread of the first', async () => {
  const { publisher, standing } = await slackBench();

  const outcome = await publisher.publish(messageOf('long', { document: noticeOf(3) }));

  const ts = idOf(outcome);
  expect(standing()).toEqual(['long', `long/2 in ${ts}`, `long/3 in ${ts}`]);
  expect(await publisher.find('long', news, null)).toEqual(outcome);
});

test('posts those of a document for a thread into the same thread', async () => {
  const { publisher, standing } = await slackBench();
  const head = idOf(await publisher.publish(messageOf('head')));

  const outcome = await publisher.publish(
    messageOf('long', { document: noticeOf(2), threadMessageId: head }),
  );

  expect(standing()).toEqual(['head', `long in ${head}`, `long/2 in ${head}`]);
  expect(await publisher.find('long', news, head)).toEqual(outcome);
});

test('waits with what is missing when a message was limited, and does not find the whole', async () => {
  const { slack, publisher, standing } = await slackBench({ intervalMs: 60_000 });
  const message = messageOf('long', { document: noticeOf(2) });

  const limited = await publisher.publish(message);
  const found = await publisher.find('long', news, null);

  expect(limited).toMatchObject({ kind: 'unknown', retryAfterMs: 60_000 });
  expect(found).toEqual({ kind: 'absent' });
  expect(standing()).toEqual(['long']);
  expect(slack.limited).toBe(1);
});

test.each(['lost', 'dropped', 'failed'] as const)(
  'loses and doubles nothing when the answer to a later message is %s, whoever goes on',
  async (mishap) => {
    for (const isRestarted of [false, true]) {
      const { publisher, mishaps, restarted, standing } = await slackBench();
      const message = messageOf('long', { document: noticeOf(4) });
      mishaps.push(null, null, mishap);
      const doubtful = await publisher.publish(message);
      const next = isRestarted ? restarted() : publisher;

      const found = await next.find('long', news, null);
      const outcome = await next.publish(message);

      const ts = idOf(outcome);
      expect([doubtful.kind, found.kind]).toEqual(['unknown', 'absent']);
      expect(standing()).toEqual(['long', `long/2 in ${ts}`, `long/3 in ${ts}`, `long/4 in ${ts}`]);
      expect(await next.find('long', news, null)).toEqual(outcome);
    }
  },
);

test('finds a document whose last message stands though its answer was lost', async () => {
  const { publisher, mishaps, restarted } = await slackBench();
  mishaps.push(null, 'lost');
  await publisher.publish(messageOf('long', { document: noticeOf(2) }));

  expect(await restarted().find('long', news, null)).toMatchObject({ kind: 'posted' });
});

test('says in the log that a message was posted in part', async () => {
  const { publisher, mishaps, log } = await slackBench();
  mishaps.push(null, 'dropped');
  await publisher.publish(messageOf('long', { document: noticeOf(2) }));

  await publisher.find('long', news, null);

  expect(log.records).toContainEqual(
    expect.objectContaining({
      sentence: 'A message was posted in part',
      fields: { key: 'long', parts: 1, expected: 2 },
    }),
  );
});

test('takes no delivery for a part of another, whatever their keys are', async () => {
  const { publisher, standing } = await slackBench();
  const head = idOf(await publisher.publish(messageOf('d1', { document: noticeOf(2) })));

  const item = await publisher.publish(messageOf('d1.2', { threadMessageId: head }));

  expect(standing()).toEqual(['d1', `d1/2 in ${head}`, `d1.2 in ${head}`]);
  expect(await publisher.find('d1.2', news, head)).toEqual(item);
  expect(idOf(item)).not.toBe(head);
});
