import { expect, test } from 'vitest';
import { idOf, messageOf, noticeOf, type SlackBench, slackBench } from './publisher-bench.ts';

function headingsOn({ slack }: SlackBench): readonly string[] {
  return slack.messages.map(({ text }) => /^A notice of \d/.exec(text)?.[0] ?? text);
}

test('puts what a revision has more into the thread, and twice is once', async () => {
  const bench = await slackBench();
  const { publisher, standing } = bench;
  const ts = idOf(await publisher.publish(messageOf('one')));
  const revision = messageOf('one.r', { document: noticeOf(3) });

  const outcomes = [await publisher.revise(ts, revision), await publisher.revise(ts, revision)];

  expect(outcomes.map(idOf)).toEqual([ts, ts]);
  expect(standing()).toEqual(['one', `one/2 in ${ts}`, `one/3 in ${ts}`]);
  expect(headingsOn(bench)).toEqual(['A notice of 3', 'A notice of 3', 'A notice of 3']);
});

test('takes away what a revision has less, and twice is once', async () => {
  const bench = await slackBench();
  const { publisher, standing } = bench;
  const ts = idOf(await publisher.publish(messageOf('one', { document: noticeOf(3) })));
  const revision = messageOf('one.r', { document: noticeOf(2) });

  const outcomes = [await publisher.revise(ts, revision), await publisher.revise(ts, revision)];

  expect(outcomes.map(idOf)).toEqual([ts, ts]);
  expect(standing()).toEqual(['one', `one/2 in ${ts}`]);
  expect(headingsOn(bench)).toEqual(['A notice of 2', 'A notice of 2']);
});

test('rewrites an item in the thread of its digest, with all of its messages', async () => {
  const bench = await slackBench();
  const { publisher, standing } = bench;
  const head = idOf(await publisher.publish(messageOf('head')));
  const threadMessageId = head;
  const item = await publisher.publish(messageOf('item', { threadMessageId }));
  await publisher.publish(messageOf('next', { threadMessageId }));

  const grown = messageOf('item.r', { threadMessageId, document: noticeOf(2) });
  const outcome = await publisher.revise(idOf(item), grown);

  expect(outcome).toEqual(item);
  expect(standing()).toEqual(['head', `item in ${head}`, `next in ${head}`, `item/2 in ${head}`]);

  await publisher.revise(idOf(item), messageOf('item.s', { threadMessageId, document: noticeOf(1) }));

  expect(standing()).toEqual(['head', `item in ${head}`, `next in ${head}`]);
  expect(headingsOn(bench)[1]).toBe('A notice of 1');
});

test.each([
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
])('makes %i messages %i, at whichever request it fails first', async (before, after) => {
  for (let failing = 0; failing < 4; failing += 1) {
    for (const mishap of ['lost', 'dropped'] as const) {
      const { publisher, mishaps, restarted, standing } = await slackBench();
      const ts = idOf(await publisher.publish(messageOf('one', { document: noticeOf(before) })));
      const revision = messageOf('one.r', { document: noticeOf(after) });
      mishaps.push(...Array.from({ length: failing }, () => null), mishap);
      const doubtful = await publisher.revise(ts, revision);

      const outcome = doubtful.kind === 'posted' ? doubtful : await restarted().revise(ts, revision);

      expect(idOf(outcome)).toBe(ts);
      expect(standing()).toHaveLength(after);
      expect(new Set(standing()).size).toBe(after);
    }
  }
});

test('refuses to rewrite what is gone, and what is not its own', async () => {
  const { slack, publisher } = await slackBench();
  const { ts } = await slack.say('Good morning', { channel: 'C1', user: 'U1' });

  const outcomes = [
    await publisher.revise('1700000000.000100', messageOf('one')),
    await publisher.revise(ts, messageOf('one')),
  ];

  expect(outcomes).toEqual([
    { kind: 'gone', problem: 'The message is gone from Slack; nothing can be changed in it.' },
    { kind: 'refused', problem: 'The message is not one of the bot; nothing can be changed in it.' },
  ]);
});
