import { expect, test } from 'vitest';
import { alertReason } from '../../../src/deliver/alert-reason.ts';
import { openFollowBook } from '../../../src/deliver/follow-book.ts';
import { groupAlerts } from '../../../src/deliver/group-alerts.ts';
import { judgeAlerts } from '../../../src/deliver/judge-alerts.ts';
import type { Watch } from '../../../src/domain/watch.ts';
import { setup } from './channel-setup.ts';
import { kept, keptAtMs, story } from './kept-story.ts';

function reasonFor(matched: readonly string[]): string {
  const watch: Watch = {
    id: 'w1',
    name: 'Metals',
    query: 'gallium',
    channel: setup.ref,
    ownerId: 'admin',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs: 0,
    reportedAtMs: null,
  };
  const hit = { watchId: 'w1', sequence: 1, storyId: 's1', atMs: keptAtMs, matched };
  const pending = [{ hit, watch, story: story('s1', [kept(1)]) }];
  const { tellable } = judgeAlerts(pending, openFollowBook([]), keptAtMs);
  return groupAlerts(tellable, false).map(alertReason).join();
}

test('a reason names the words that matched, each once', () => {
  expect(reasonFor(['gallium', 'zinc', 'gallium'])).toBe('Watch "Metals" fired: gallium, zinc.');
});

test('a watch without words to show fired all the same', () => {
  expect(reasonFor([])).toBe('Watch "Metals" fired.');
});

test('a reason stays a sentence that is read: after eight words it counts', () => {
  const words = Array.from({ length: 10 }, (_, index) => `word${index}`);

  expect(reasonFor(words)).toBe(`Watch "Metals" fired: ${words.slice(0, 8).join(', ')} and 2 more.`);
});
