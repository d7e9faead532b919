import { expect, test } from 'vitest';
import { chooseForChannel } from '../../../src/deliver/choose-for-channel.ts';
import { composeStory } from '../../../src/deliver/compose-story.ts';
import {
  type ChannelSituation,
  type DigestSituation,
  decideDigest,
  decideNothing,
  decideSilence,
} from '../../../src/deliver/decide-digest.ts';
import { openFollowBook } from '../../../src/deliver/follow-book.ts';
import { silenceNotice } from '../../../src/deliver/silence-notice.ts';
import type { Channel, ChannelSettings } from '../../../src/domain/channel.ts';
import type { Follow } from '../../../src/domain/posting.ts';
import type { Untold } from '../../../src/ports/digest-store.ts';
import { channelWith } from './channel-setup.ts';
import { kept, keptAtMs, story } from './kept-story.ts';
import { source } from './source-states.ts';

const dayMs = 86_400_000;
const channel: Channel = {
  ...channelWith({ zone: 'Europe/Berlin', maxStories: 2 }, keptAtMs - 10 * dayMs),
  toldUpTo: 4,
  lastSlotMs: keptAtMs - dayMs,
};
const at = { slotMs: keptAtMs, nowMs: keptAtMs + 60_000 };

/** As many stories as asked for, each of one report, the most relevant first. */
function untoldOf(count: number): Untold {
  const stories = Array.from({ length: count }, (_, index) =>
    story(`s${index}`, [kept(5 + index, { relevance: 1 - index / 100 })], 4),
  );
  return { upTo: 4 + count, stories };
}

function situationOf(untold: Untold, changes: Partial<DigestSituation> = {}): DigestSituation {
  const telling = { by: 'mention', channelName: '#news' } as const;
  return {
    channel,
    untold,
    telling,
    changed: [],
    sources: [],
    follows: openFollowBook([]),
    ...at,
    ...changes,
  };
}

function decide(untold: Untold, changes: Partial<DigestSituation> = {}) {
  const situation = situationOf(untold, changes);
  const choice = chooseForChannel(situation.channel, untold, situation.follows, situation.nowMs);
  const stories = choice.told.map((chosen) => ({ chosen, entry: composeStory(chosen, [], 'scripted/1') }));
  return stories.length > 0 ? decideDigest(situation, choice, stories) : decideNothing(situation);
}

function wants(settings: Partial<ChannelSettings>): Pick<ChannelSituation, 'channel'> {
  return { channel: { ...channel, settings: { ...channel.settings, ...settings } } };
}

function followOf(kind: Follow['kind'], storyId: string, personId: string): Follow {
  return { kind, channel: channel.ref, subject: { kind: 'story', id: storyId }, personId, atMs: 0 };
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

  const [head] = decide(untoldOf(1), { sources: [failing] }).messages;

  expect(head?.document).toMatchObject({ notes: ['1 of 1 source fails:', 'Post: It answered 503.'] });
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
  const keys = decide(untoldOf(50), wants({ maxStories: 50 })).messages.map(({ key }) => key);

  expect(new Set(keys).size).toBe(51);
  expect(keys.filter((key) => !/^[\w.]{1,25}$/.test(key))).toEqual([]);
});

test.each([
  ['channel', untoldOf(1), { channel: { ...channel, ref: { ...channel.ref, channelId: 'other' } } }],
  ['workspace', untoldOf(1), { channel: { ...channel, ref: { ...channel.ref, workspaceId: 'other' } } }],
  ['cursor', untoldOf(1), { channel: { ...channel, toldUpTo: 3 } }],
  ['news', { ...untoldOf(1), upTo: 6 }, {}],
  ['slot', untoldOf(1), { slotMs: at.slotMs + dayMs }],
] as const)('another %s gives other keys', (_what, untold, changes) => {
  expect(decide(untold, changes).messages[0]?.key).not.toBe(decide(untoldOf(1)).messages[0]?.key);
});

test('each story in full has its place: its item, and the thread of the digest', () => {
  const { messages, postings } = decide(untoldOf(3));

  const [head, first, second] = messages.map(({ key }) => key);
  const place = { channel: channel.ref, threadKey: head, postedAtMs: at.nowMs };
  expect(postings).toEqual([
    { ...place, storyId: 's0', itemKey: first, rank: 1, toldUpTo: 5 },
    { ...place, storyId: 's1', itemKey: second, rank: 2, toldUpTo: 6 },
  ]);
});

test('in short style the digest is one message, and its stories have its thread only', () => {
  const { messages, postings } = decide(untoldOf(2), wants({ style: 'short' }));

  expect(messages.map(({ document }) => document.kind)).toEqual(['digest']);
  expect(postings.map(({ itemKey, threadKey }) => [itemKey, threadKey])).toEqual([
    [null, messages[0]?.key],
    [null, messages[0]?.key],
  ]);
});

test("the channel's mentions are on the digest, a story's followers on its item", () => {
  const role = { kind: 'role', id: 'legal' } as const;
  const follows = openFollowBook([followOf('follow', 's1', 'zoe'), followOf('follow', 's1', 'dana')]);

  const { messages } = decide(untoldOf(2), { ...wants({ mentions: [role] }), follows });

  const people = ['dana', 'zoe'].map((id) => ({ kind: 'person', id }));
  expect(messages.map(({ mentions }) => mentions)).toEqual([[role], [], people]);
});

test('in short style everybody is mentioned on the digest, once', () => {
  const dana = { kind: 'person', id: 'dana' } as const;
  const follows = openFollowBook(['s0', 's1'].map((id) => followOf('follow', id, 'dana')));

  const { messages } = decide(untoldOf(2), { ...wants({ style: 'short', mentions: [dana] }), follows });

  expect(messages.map(({ mentions }) => mentions)).toEqual([[dana]]);
});

test('a digest that needs approval is held with all its items', () => {
  const { messages } = decide(untoldOf(2), wants({ needsApproval: true }));

  expect(messages.map(({ hold }) => hold)).toEqual(Array(3).fill({ kind: 'approval' }));
  expect(decide(untoldOf(2)).messages.map(({ hold }) => hold)).toEqual([null, null, null]);
});

test('stories below the threshold are not told but counted; the best untold article counts', () => {
  const untold: Untold = {
    upTo: 9,
    stories: [
      story('trifle', [kept(5, { relevance: 0.59 })], 4),
      story('mixed', [kept(6, { relevance: 0.2 }), kept(7, { relevance: 0.6 })], 4),
      story('faded', [kept(4, { relevance: 0.9 }), kept(8, { relevance: 0.5, verdict: 'update' })], 4),
    ],
  };

  const { messages, postings } = decide(untold, wants({ threshold: 0.6 }));

  expect(postings.map(({ storyId }) => storyId)).toEqual(['mixed']);
  expect(messages[0]?.document).toMatchObject({
    notes: ["2 stories below this channel's threshold of 0.6 were left out."],
  });
});

test('a muted story is left out, and the foot says that there is one', () => {
  const follows = openFollowBook([followOf('mute', 's0', 'dana')]);

  const { messages, postings } = decide(untoldOf(2), { follows });

  expect(postings.map(({ storyId }) => storyId)).toEqual(['s1']);
  expect(messages[0]?.document).toMatchObject({ notes: ['1 story is muted here.'] });
});

test('a story muted in another channel is told', () => {
  const elsewhere = { ...channel.ref, channelId: 'other' };
  const follows = openFollowBook([{ ...followOf('mute', 's0', 'dana'), channel: elsewhere }]);

  expect(decide(untoldOf(1), { follows }).postings).toHaveLength(1);
});

test('with every story muted or below the threshold nothing is owed, and the cursor moves on', () => {
  const follows = openFollowBook([followOf('mute', 's0', 'dana')]);

  const decision = decide(untoldOf(2), { ...wants({ threshold: 1 }), follows });

  expect(decision).toMatchObject({ messages: [], postings: [], toldUpTo: 6 });
});

test('a notice of silence is decided as one: it calls nobody and waits for no approval', () => {
  const mentions = [{ kind: 'role', id: 'legal' }] as const;
  const situation = situationOf({ upTo: 4, stories: [] }, wants({ needsApproval: true, mentions }));
  const notice = silenceNotice(channel, [source('Wire')], dayMs, at.nowMs);
  if (!notice) throw new Error('No silence is due.');

  expect(decideSilence(situation, notice)).toMatchObject({
    tellsSilence: true,
    postings: [],
    messages: [{ threadOf: null, hold: null, mentions: [] }],
  });
});
