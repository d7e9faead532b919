import { expect, test } from 'vitest';
import { composeStory } from '../../../src/deliver/compose-story.ts';
import { chooseForChannel, decideDigest, digestDocuments } from '../../../src/deliver/decide-digest.ts';
import { silenceNotice } from '../../../src/deliver/silence-notice.ts';
import type { Channel } from '../../../src/domain/delivery.ts';
import type { Untold } from '../../../src/ports/digest-store.ts';
import { kept, keptAtMs, story } from './kept-story.ts';
import { source } from './source-states.ts';

const dayMs = 86_400_000;
const channel: Channel = {
  ref: { platform: 'console', workspaceId: 'console', channelId: 'terminal' },
  digestCron: '0 8 * * *',
  zone: 'Europe/Berlin',
  maxStories: 2,
  setUpAtMs: keptAtMs - 10 * dayMs,
  toldUpTo: 4,
  lastSlotMs: keptAtMs - dayMs,
  silenceToldAtMs: null,
  lastPostedAtMs: null,
};
const at = { slotMs: keptAtMs, nowMs: keptAtMs + 60_000 };

/** As many stories as asked for, each of one report, the most relevant first. */
function untoldOf(count: number): Untold {
  const stories = Array.from({ length: count }, (_, index) =>
    story(`s${index}`, [kept(5 + index, { relevance: 1 - index / 100 })], 4),
  );
  return { upTo: 4 + count, stories };
}

function decide(untold: Untold, changes: Partial<Channel> = {}, moment = at) {
  const own = { ...channel, ...changes };
  const choice = chooseForChannel(own, untold, moment.nowMs);
  const entries = choice.told.map((chosen) => composeStory(chosen, [], 'scripted/1'));
  return decideDigest(own, untold, digestDocuments(own, entries, choice, [], moment.nowMs), moment);
}

test('stories up to the cap are told, and those under it are named', () => {
  const { messages } = decide(untoldOf(5));

  expect(messages).toHaveLength(3);
  expect(messages[0]?.document).toMatchObject({
    kind: 'digest',
    asOfMs: at.nowMs,
    zone: 'Europe/Berlin',
    stories: [{ storyId: 's0' }, { storyId: 's1' }],
    alsoTold: [{ articleId: 'a7' }, { articleId: 'a8' }, { articleId: 'a9' }],
  });
});

test('the items follow the digest in its thread, in the order of their rank', () => {
  const { messages } = decide(untoldOf(2));

  const [head, ...items] = messages;
  expect(head?.threadOf).toBeNull();
  expect(items.map(({ threadOf }) => threadOf)).toEqual([head?.key, head?.key]);
  expect(items.map(({ document }) => document)).toMatchObject([
    { kind: 'story', rank: 1, story: { storyId: 's0' } },
    { kind: 'story', rank: 2, story: { storyId: 's1' } },
  ]);
});

test('failing sources stand at the foot', () => {
  const failing = source('Post', { consecutiveFailures: 1, lastProblem: 'It answered 503.' });

  const [digest] = digestDocuments(channel, [], { told: [], named: [] }, [failing], at.nowMs);

  expect(digest).toMatchObject({ notes: ['1 of 1 source fails:', 'Post: It answered 503.'] });
});

test('a decision covers all that was considered, told or not', () => {
  expect(decide(untoldOf(5))).toMatchObject({
    channel: channel.ref,
    toldUpToBefore: 4,
    toldUpTo: 9,
    slotMs: at.slotMs,
    decidedAtMs: at.nowMs,
    tellsSilence: false,
  });
  expect(decide({ upTo: 7, stories: [] }).toldUpTo).toBe(7);
});

test('the same decision made twice owes the same messages under the same keys', () => {
  expect(decide(untoldOf(3))).toEqual(decide(untoldOf(3)));
});

test('a key rides on a message of any platform: it is short, plain and stands once', () => {
  const keys = decide(untoldOf(50), { maxStories: 50 }).messages.map(({ key }) => key);

  expect(new Set(keys).size).toBe(51);
  expect(keys.filter((key) => !/^[\w.]{1,25}$/.test(key))).toEqual([]);
});

test.each([
  ['channel', untoldOf(1), { ref: { ...channel.ref, channelId: 'other' } }, at],
  ['workspace', untoldOf(1), { ref: { ...channel.ref, workspaceId: 'other' } }, at],
  ['cursor', untoldOf(1), { toldUpTo: 3 }, at],
  ['news', { ...untoldOf(1), upTo: 6 }, {}, at],
  ['slot', untoldOf(1), {}, { ...at, slotMs: at.slotMs + dayMs }],
] as const)('another %s gives other keys', (_what, untold, changes, moment) => {
  expect(decide(untold, changes, moment).messages[0]?.key).not.toBe(decide(untoldOf(1)).messages[0]?.key);
});

test('a notice of silence is decided as one', () => {
  const notice = silenceNotice(channel, [source('Wire')], dayMs, at.nowMs);

  const decision = decideDigest(channel, { upTo: 4, stories: [] }, notice ? [notice] : [], at);

  expect(decision).toMatchObject({ tellsSilence: true, messages: [{ threadOf: null }] });
});

test.each([
  ['a source brought something a moment ago', {}, [keptAtMs - dayMs, keptAtMs - 1], 2],
  ['the channel was just set up', { setUpAtMs: keptAtMs - dayMs }, [null], 2],
  ['it was told already', { silenceToldAtMs: keptAtMs - dayMs }, [keptAtMs - 5 * dayMs], 2],
  ['it was told at the very moment', { silenceToldAtMs: keptAtMs - 5 * dayMs }, [keptAtMs - 5 * dayMs], 2],
] as const)('silence is not told while %s', (_why, changes, entryTimes, days) => {
  const sources = entryTimes.map((lastEntryAtMs, index) => source(`Wire ${index}`, { lastEntryAtMs }));

  expect(silenceNotice({ ...channel, ...changes }, sources, days * dayMs, keptAtMs)).toBeNull();
});

test('a silence after something came is another one, and is told again', () => {
  const sources = [source('Wire', { lastEntryAtMs: keptAtMs - 3 * dayMs })];
  const told = { ...channel, silenceToldAtMs: keptAtMs - 4 * dayMs };

  expect(silenceNotice(told, sources, 2 * dayMs, keptAtMs)?.heading).toBe(
    'My sources have been silent for 3 days',
  );
});

test('silence is due to the millisecond, and says for how many days', () => {
  const sources = [source('Wire', { lastEntryAtMs: keptAtMs - 2 * dayMs }), source('Post')];

  expect(silenceNotice(channel, sources, 2 * dayMs + 1, keptAtMs)).toBeNull();
  expect(silenceNotice(channel, sources, 2 * dayMs, keptAtMs)?.heading).toBe(
    'My sources have been silent for 2 days',
  );
  expect(silenceNotice(channel, sources, dayMs, keptAtMs - dayMs / 2)?.heading).toMatch(/for 1 day$/);
});

test('a reader of the silence can tell calm from a fault', () => {
  const failing = source('Post', { consecutiveFailures: 3, lastProblem: 'It answered 503.' });
  const textOf = (sources: readonly ReturnType<typeof source>[]) =>
    silenceNotice(channel, sources, dayMs, keptAtMs)?.paragraphs[0];

  expect(textOf([source('Wire'), source('Basin')])).toBe('All 2 sources answer; they have nothing new.');
  expect(textOf([source('Wire')])).toBe('The only source answers; it has nothing new.');
  expect(textOf([source('Wire'), failing])).toBe('1 of 2 sources fails: Post: It answered 503.');
  expect(textOf([])).toBe('No source is set up.');
});

test('a source that was never polled is not said to answer', () => {
  const unpolled = (name: string) => source(name, { lastPolledAtMs: null });
  const failing = source('Post', { consecutiveFailures: 3, lastProblem: 'It answered 503.' });
  const textOf = (...sources: readonly ReturnType<typeof source>[]) =>
    silenceNotice(channel, sources, dayMs, keptAtMs)?.paragraphs[0];

  expect(textOf(unpolled('Wire'))).toBe('The only source was not polled yet.');
  expect(textOf(unpolled('Wire'), unpolled('Basin'))).toBe('None of the 2 sources was polled yet.');
  expect(textOf(source('Wire'), source('Fjord'), unpolled('Basin'))).toBe(
    '1 of 3 sources was not polled yet: Basin. The others answer; they have nothing new.',
  );
  expect(textOf(source('Wire'), unpolled('A'), unpolled('B'), unpolled('C'), unpolled('D'))).toBe(
    '4 of 5 sources were not polled yet: A, B, C and 1 more. The other answers; it has nothing new.',
  );
  expect(textOf(failing, unpolled('Basin'))).toBe(
    '1 of 2 sources fails: Post: It answered 503. 1 of 2 sources was not polled yet: Basin.',
  );
});
