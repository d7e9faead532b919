import { expect, test } from 'vitest';
import { discordUnderTest, discordWithoutNonce } from './month/discord-under-test.ts';
import { killSuite } from './month/kill-suite.ts';
import { killedMonth } from './month/killed-month.ts';
import { problemsBetween } from './month/month-problems.ts';

killSuite('Discord', discordUnderTest);

/** A publisher that never finds what was posted, killed after it sent something. */
const blind = {
  ...{ days: 3, kills: 4, seed: 5, findsNothing: true },
  onPurpose: { share: 1, points: ['sent'] },
} as const;

test('the nonce alone keeps what is sent again at once from standing twice', async () => {
  const { deaths, deliveries, standing } = await killedMonth(discordUnderTest, blind);

  expect(deaths.sent).toBeGreaterThan(0);
  expect(problemsBetween(deliveries, standing, discordUnderTest)).toEqual([]);
});

test('without the nonce such a publisher doubles messages, and the suite sees it', async () => {
  const { deaths, deliveries, standing } = await killedMonth(discordWithoutNonce, blind);

  const problems = problemsBetween(deliveries, standing, discordUnderTest);

  expect(deaths.sent).toBeGreaterThan(0);
  expect(problems).toContainEqual(expect.stringContaining('stands twice'));
});
