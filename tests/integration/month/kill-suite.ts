import { expect, test } from 'vitest';
import { crashPoints } from './crash-points.ts';
import { killedMonth } from './killed-month.ts';
import { problemsBetween } from './month-problems.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';
import { toldIn, toldTwice } from './told-content.ts';
import { undisturbedMonth } from './undisturbed-month.ts';

const days = 30;
const kills = 200;
/** An unhurried machine needs two of these minutes. */
const timeoutMs = 15 * 60_000;

/**
 * The bot lives through a month on SQLite while its processes are killed, 200 of them: at random moments, and on purpose
 * after a decision was committed, after a message was claimed, after it was looked for, and after it was sent and before
 * that was recorded.
 *
 * The undisturbed month is the same script and the same rooms on the stores in memory, where nothing can be killed. Every
 * channel must have been told the same in the same order: the documents are compared whole, but for the moments at which
 * they were decided, and threads and revisions by their place in the channel.
 */
export function killSuite(name: string, underTest: PlatformUnderTest): void {
  test(`${name}: ${kills} kills in a month lose, double and displace no message`, {
    timeout: timeoutMs,
  }, async () => {
    const undisturbed = await undisturbedMonth(underTest.platform, days);

    const { deaths, deliveries, standing } = await killedMonth(underTest, {
      ...{ days, kills, seed: 2026, findsNothing: false },
      onPurpose: { share: 0.4, points: crashPoints },
    });

    expect(Object.values(deaths).reduce((sum, count) => sum + count)).toBe(kills);
    for (const [way, count] of Object.entries(deaths)) expect(count, way).toBeGreaterThan(0);
    expect(problemsBetween(deliveries, standing, underTest)).toEqual([]);
    expect(toldTwice(deliveries)).toEqual([]);
    expect(toldIn(deliveries)).toEqual(toldIn(undisturbed));
  });
}
