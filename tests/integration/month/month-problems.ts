import type { Delivery } from '../../../src/domain/delivery.ts';
import type { PlatformUnderTest, Standing } from './platform-under-test.ts';

/**
 * What is wrong between what the store says was delivered and what stands on the platform: one sentence each, none when
 * every delivery was posted exactly once, in its channel, its thread and its order, with its latest text.
 */
export function problemsBetween(
  deliveries: readonly Delivery[],
  standing: readonly Standing[],
  { textOf }: Pick<PlatformUnderTest, 'textOf'>,
): readonly string[] {
  const ofKey = Map.groupBy(standing, ({ key }) => key);
  const deliveryOf = new Map(deliveries.map((delivery) => [delivery.key, delivery]));
  const own = deliveries.filter(({ revises }) => revises === null);
  const ownKeys = new Set(own.map(({ key }) => key));
  return [
    ...deliveries
      .filter(({ state }) => state !== 'posted')
      .map(({ key, state, lastProblem }) => `${key} is ${state}: ${lastProblem}`),
    ...own.filter(({ key }) => !ofKey.has(key)).map(({ key }) => `${key} does not stand on the platform.`),
    ...[...ofKey].filter(([, found]) => found.length > 1).map(([key]) => `${key} stands twice.`),
    ...[...ofKey.keys()].filter((key) => !ownKeys.has(key)).map((key) => `${key} is owed by nobody.`),
    ...own.flatMap((delivery) =>
      (ofKey.get(delivery.key) ?? []).flatMap((found) => placeProblems(delivery, found, deliveryOf)),
    ),
    ...textProblems(deliveries, ofKey, textOf),
    ...orderProblems(own, standing),
  ];
}

function placeProblems(
  { key, channel, messageId, threadOf }: Delivery,
  found: Standing,
  deliveryOf: ReadonlyMap<string, Delivery>,
): readonly string[] {
  const thread = threadOf === null ? null : (deliveryOf.get(threadOf)?.messageId ?? null);
  return [
    ...(found.channelId === channel.channelId ? [] : [`${key} stands in ${found.channelId}.`]),
    ...(found.messageId === messageId ? [] : [`${key} is recorded as ${messageId}, not ${found.messageId}.`]),
    ...(found.threadMessageId === thread ? [] : [`${key} stands in the thread ${found.threadMessageId}.`]),
  ];
}

/** The latest revision is the one that comes last in its channel's order. */
function textProblems(
  deliveries: readonly Delivery[],
  ofKey: ReadonlyMap<string, readonly Standing[]>,
  textOf: PlatformUnderTest['textOf'],
): readonly string[] {
  const latest = new Map<string, Delivery>();
  for (const delivery of inOrder(deliveries)) latest.set(delivery.revises ?? delivery.key, delivery);
  return [...latest].flatMap(([key, { document, mentions, key: by }]) => {
    const expected = textOf(document, mentions);
    const isWrong = (ofKey.get(key) ?? []).some(({ text }) => text !== expected);
    return isWrong ? [`${key} does not show what ${by} says.`] : [];
  });
}

function orderProblems(own: readonly Delivery[], standing: readonly Standing[]): readonly string[] {
  const standingIn = Map.groupBy(standing, ({ channelId }) => channelId);
  return [...Map.groupBy(own, ({ channel }) => channel.channelId)].flatMap(([channelId, deliveries]) => {
    const owed = inOrder(deliveries).map(({ key }) => key);
    const posted = new Set((standingIn.get(channelId) ?? []).map(({ key }) => key));
    const isInOrder = [...posted].join() === owed.filter((key) => posted.has(key)).join();
    return isInOrder ? [] : [`The messages of ${channelId} stand in another order than they are owed.`];
  });
}

function inOrder(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.toSorted((a, b) => a.sequence - b.sequence);
}
