// What the kill suite rests on: that it can fail, and that its month holds what it is about.
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.ts';
import { messageOf } from '../contract/store/samples.ts';
import { fakePlatformUnderTest } from './month/fake-platform-under-test.ts';
import { killedMonth } from './month/killed-month.ts';
import { problemsBetween } from './month/month-problems.ts';
import type { Standing } from './month/platform-under-test.ts';
import { toldTwice } from './month/told-content.ts';
import { undisturbedMonth } from './month/undisturbed-month.ts';

test('a publisher that never finds what was posted doubles messages, and the suite sees it', async () => {
  const { deaths, deliveries, standing } = await killedMonth(fakePlatformUnderTest, {
    ...{ days: 3, kills: 4, seed: 5, findsNothing: true },
    onPurpose: { share: 1, points: ['sent'] },
  });

  const problems = problemsBetween(deliveries, standing, fakePlatformUnderTest);

  expect(deaths.sent).toBeGreaterThan(0);
  expect(problems).toContainEqual(expect.stringContaining('stands twice'));
});

test('an undisturbed month tells nothing twice and holds every kind of message', async () => {
  const deliveries = await undisturbedMonth('slack', 30);

  const kinds = Map.groupBy(deliveries, ({ document }) => document.kind);

  expect(toldTwice(deliveries)).toEqual([]);
  for (const kind of ['digest', 'story', 'update', 'alert'] as const) {
    expect(kinds.get(kind)?.length, kind).toBeGreaterThan(20);
  }
  expect(kinds.get('notice')?.length, 'notices').toBeGreaterThan(0);
  expect(deliveries.filter(({ revises }) => revises !== null).length, 'revisions').toBeGreaterThan(20);
});

test('a month that was told right has no problem', () => {
  const { deliveries, standing } = smallMonth();

  expect(problemsBetween(deliveries, standing, fakePlatformUnderTest)).toEqual([]);
});

test('a message that is lost, doubled, displaced, misplaced or stale is a problem each', () => {
  const { deliveries, standing } = smallMonth();
  const [head, item, next] = standing;
  if (!head || !item || !next) throw new Error('The small month has three messages.');
  const problemsOf = (changed: readonly Standing[]) =>
    problemsBetween(deliveries, changed, fakePlatformUnderTest);

  expect(problemsOf([head, item])).toEqual(['next does not stand on the platform.']);
  expect(problemsOf([...standing, next])).toEqual(['next stands twice.']);
  expect(problemsOf([head, next, item])).toEqual([expect.stringContaining('another order')]);
  expect(problemsOf([head, { ...item, threadMessageId: null }, next])).toEqual([
    'item stands in the thread null.',
  ]);
  expect(problemsOf([head, { ...item, text: 'As it was posted.' }, next])).toEqual([
    'item does not show what revision says.',
  ]);
});

test('a message that is still owed is a problem', () => {
  const { deliveries, standing } = smallMonth();
  const owed = deliveries.map((delivery) =>
    delivery.key === 'revision'
      ? { ...delivery, state: 'owed' as const, lastProblem: 'It waits.' }
      : delivery,
  );

  expect(problemsBetween(owed, standing, fakePlatformUnderTest)).toEqual(['revision is owed: It waits.']);
});

/** A head with an item in its thread, which was revised since, and another message. */
function smallMonth() {
  const deliveries = [
    deliveryOf('head', 1, {}),
    deliveryOf('item', 2, { threadOf: 'head' }),
    deliveryOf('next', 3, {}),
    deliveryOf('revision', 4, { revises: 'item' }),
  ];
  const textOf = ({ document, mentions }: Delivery) => fakePlatformUnderTest.textOf(document, mentions);
  const standing = deliveries
    .filter(({ revises }) => revises === null)
    .map(
      (delivery): Standing => ({
        channelId: delivery.channel.channelId,
        key: delivery.key,
        messageId: `m-${delivery.key}`,
        threadMessageId: delivery.threadOf && `m-${delivery.threadOf}`,
        text: textOf(deliveries.find(({ revises }) => revises === delivery.key) ?? delivery),
      }),
    );
  return { deliveries, standing };
}

function deliveryOf(key: string, sequence: number, over: Partial<Delivery>): Delivery {
  return {
    ...messageOf(key),
    channel: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
    sequence,
    state: 'posted',
    attempts: 1,
    messageId: `m-${over.revises ?? key}`,
    permalink: null,
    lastProblem: null,
    ...over,
  };
}
