import { expect, test } from 'vitest';
import { endlessAttempt } from '../../../fakes/endless-attempt.ts';
import { idOf, messageOf, news, noticeOf, slackBench } from './publisher-bench.ts';

test('keeps a second between the messages of one delivery, and none before the first', async () => {
  const { publisher, standing } = await slackBench();
  const standingAtPause: number[] = [];
  const pausesMs: number[] = [];
  const pause = async (ms: number) => {
    pausesMs.push(ms);
    standingAtPause.push(standing().length);
  };

  await publisher.publish(messageOf('long', { document: noticeOf(3) }), { ...endlessAttempt, pause });

  expect(pausesMs).toEqual([1_000, 1_000]);
  expect(standingAtPause).toEqual([1, 2]);
});

test('keeps it when a revision needs more messages', async () => {
  const { publisher } = await slackBench();
  const id = idOf(await publisher.publish(messageOf('long')));
  const pausesMs: number[] = [];
  const attempt = { ...endlessAttempt, pause: async (ms: number) => void pausesMs.push(ms) };

  await publisher.revise(id, messageOf('longer', { document: noticeOf(3) }), attempt);

  expect(pausesMs).toEqual([1_000, 1_000]);
});

test('posts nothing more once the attempt is over, and the next attempt posts what is missing', async () => {
  const { publisher, restarted, standing } = await slackBench();
  let isOver = false;
  const short = {
    isOver: () => isOver,
    pause: async () => {
      isOver = true;
    },
  };
  const long = messageOf('long', { document: noticeOf(3) });

  const outcome = await publisher.publish(long, short);
  expect(outcome).toMatchObject({ kind: 'unknown', problem: expect.stringContaining('too long') });
  expect(standing()).toEqual(['long']);

  const next = restarted();
  expect(await next.find('long', news, null)).toEqual({ kind: 'absent' });
  expect((await next.publish(long)).kind).toBe('posted');
  expect(standing().map((key) => key.split(' ')[0])).toEqual(['long', 'long/2', 'long/3']);
});

test('an attempt that is over before anything was sent posted nothing', async () => {
  const { slack, publisher } = await slackBench();

  const outcome = await publisher.publish(messageOf('one'), { ...endlessAttempt, isOver: () => true });

  expect(outcome.kind).toBe('postponed');
  expect(slack.calls).toEqual([]);
});
