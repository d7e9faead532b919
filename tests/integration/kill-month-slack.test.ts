import { expect, test } from 'vitest';
import { killSuite } from './month/kill-suite.ts';
import { killedMonth } from './month/killed-month.ts';
import { problemsBetween } from './month/month-problems.ts';
import { slackUnderTest } from './month/slack-under-test.ts';

killSuite('Slack', slackUnderTest);

test('a Slack on which nothing is ever found has doubled messages, and the suite sees it', {
  timeout: 120_000,
}, async () => {
  const { deaths, deliveries, standing } = await killedMonth(slackUnderTest, {
    ...{ days: 3, kills: 4, seed: 5, findsNothing: true },
    onPurpose: { share: 1, points: ['sent'] },
  });

  expect(deaths.sent).toBeGreaterThan(0);
  expect(problemsBetween(deliveries, standing, slackUnderTest)).toContainEqual(
    expect.stringContaining('stands twice'),
  );
});
