import { expect, test } from 'vitest';
import { nextPollAtMs } from '../../../src/collect/next-poll.ts';

const hourMs = 3_600_000;
const base = { nowMs: 1000, pollEveryMs: hourMs, failures: 0, hasFailed: false, serverWaitMs: null };

test.each([
  ['its own interval', {}, hourMs],
  ['a longer freshness', { serverWaitMs: 3 * hourMs }, 3 * hourMs],
  ['its interval where freshness is shorter', { serverWaitMs: 5 }, hourMs],
  ['its interval after the first failure', { hasFailed: true }, hourMs],
  ['twice as long after the second', { hasFailed: true, failures: 1 }, 2 * hourMs],
  ['four times as long after the third', { hasFailed: true, failures: 2 }, 4 * hourMs],
  ['its interval again once it answers', { failures: 7 }, hourMs],
  ['a longer Retry-After', { hasFailed: true, serverWaitMs: 5 * hourMs }, 5 * hourMs],
  ['a day at most after many failures', { hasFailed: true, failures: 5000 }, 24 * hourMs],
  ['a day at most whatever the server says', { serverWaitMs: 1e12 }, 24 * hourMs],
])('waits %s', (_, over, waitMs) => {
  expect(nextPollAtMs({ ...base, ...over })).toBe(base.nowMs + waitMs);
});
