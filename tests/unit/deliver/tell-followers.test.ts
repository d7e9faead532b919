import { expect, test } from 'vitest';
import { callRolesOnce } from '../../../src/deliver/merge-mentions.ts';
import { mentionsFor, noticesOf } from '../../../src/deliver/tell-followers.ts';
import { operatorId } from '../../../src/domain/audit.ts';
import type { ChannelRef, OwedMessage } from '../../../src/domain/delivery.ts';
import type { StoryEntry } from '../../../src/domain/message-document.ts';
import { citation, cited, storyEntry } from '../../fixtures/documents.ts';

const channel: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const byDm = { by: 'dm', channelName: '#export-news' } as const;
const base = storyEntry();

const citedBy = (text: string, publisher: string) => cited(text, citation({ publisher }));

function message(key: string): OwedMessage {
  const document = { kind: 'notice', heading: 'A message', paragraphs: [] } as const;
  return { key, document, threadOf: null, revises: null, mentions: [], hold: null };
}

function toldTo(followers: readonly string[], stories: readonly StoryEntry[], key = `a${'0'.repeat(16)}`) {
  const followed = stories.map((story) => ({ story, followers }));
  return noticesOf(message(key), followed, channel, byDm);
}

function paragraphsOf(stories: readonly StoryEntry[]): readonly string[] {
  const [notice] = toldTo(['U1'], stories);
  return notice?.message.document.kind === 'notice' ? notice.message.document.paragraphs : [];
}

test('who is called in the place of followers is what the workspace chose', () => {
  const people = ['U1', 'U2'];

  expect(mentionsFor(people, 'mention')).toEqual(people.map((id) => ({ kind: 'person', id })));
  expect(mentionsFor(people, { role: 'R2' })).toEqual([{ kind: 'role', id: 'R2' }]);
  expect(mentionsFor(people, 'dm')).toEqual([]);
  expect(mentionsFor([], { role: 'R2' })).toEqual([]);
});

test('followers are written to only where the workspace chose that', () => {
  const followed = [{ story: base, followers: ['U1'] }];

  for (const by of ['mention', { role: 'R2' }] as const) {
    expect(noticesOf(message('a1'), followed, channel, { ...byDm, by })).toEqual([]);
  }
});

test('a notice has the headline, the first new sentence with its source, and where the story stands', () => {
  const news = [
    citedBy('The fine is $5 million.', 'Harbor Wire'),
    citedBy('It is due in May.', 'Harbor Wire'),
  ];

  expect(paragraphsOf([{ ...base, headline: 'A fine is set', whatIsNew: news }])).toEqual([
    'A fine is set',
    expect.stringMatching(/^The fine is \$5 million\. \(Harbor Wire, .+\)$/),
    'It stands in #export-news.',
  ]);
});

test('of a story that is new as a whole it has the first sentence of the summary', () => {
  const story = { ...base, whatIsNew: [], summary: [citedBy('A rule was published.', 'The Register')] };

  expect(paragraphsOf([story])[1]).toMatch(/^A rule was published\. \(The Register, /);
});

test('a story that nobody could sum up is told by its headline', () => {
  expect(paragraphsOf([{ ...base, headline: 'A fine is set', whatIsNew: [], summary: [] }])).toEqual([
    'A fine is set',
    'It stands in #export-news.',
  ]);
});

test('an address in a text from outside makes no link', () => {
  const whatIsNew = [citedBy('See https://evil.example/now today.', 'Wire')];

  expect(paragraphsOf([{ ...base, headline: 'Go to https://evil.example', whatIsNew }]).join()).not.toContain(
    'evil.example',
  );
});

test('one person is told of all the stories of one message in one notice, and of at most ten', () => {
  const stories = Array.from({ length: 12 }, (_, n) => ({
    ...base,
    headline: `Story ${n}`,
    storyId: `s${n}`,
  }));

  const paragraphs = paragraphsOf(stories);

  expect(toldTo(['U1', 'U2', 'U1'], stories).map((notice) => notice.channel.channelId)).toEqual([
    'person:U1',
    'person:U2',
  ]);
  expect(paragraphs.filter((text) => text.startsWith('Story '))).toHaveLength(10);
  expect(paragraphs.slice(-2)).toEqual(['and 2 more', 'They stand in #export-news.']);
});

test('what can be done in direct messages needs no channel', () => {
  const [one] = toldTo(['U1'], [base]);

  expect(one?.message.document).toMatchObject({
    actions: [
      { label: 'sources', input: { name: 'story', options: { story: base.storyId } } },
      { label: 'timeline', input: { name: 'story', options: { story: base.storyId } } },
    ],
  });
});

test('keys follow from message and person, begin with that of the decision, and fit on every platform', () => {
  const people = Array.from({ length: 500 }, (_, n) => `U${n}`);
  const item = `d${'f'.repeat(16)}.25`;
  const keys = toldTo(people, [base], item).map((notice) => notice.message.key);

  expect(toldTo(people, [base], item).map((notice) => notice.message.key)).toEqual(keys);
  expect(new Set(keys).size).toBe(500);
  expect(keys.filter((key) => !/^df{16}\.[a-z0-9]{7}$/.test(key))).toEqual([]);
  expect(toldTo(['U0'], [base], `d${'f'.repeat(16)}.2`)[0]?.message.key).not.toBe(keys[0]);
});

test('the operator of the command line is not written to on a chat platform', () => {
  const followed = [{ story: base, followers: [operatorId, 'U1'] }];
  const told = (where: ChannelRef) =>
    noticesOf(message('a1'), followed, where, byDm).map((notice) => notice.channel.channelId);

  expect(told(channel)).toEqual(['person:U1']);
  expect(told({ ...channel, platform: 'console' })).toEqual([`person:${operatorId}`, 'person:U1']);
});

test('a role is called once by the messages of a digest, and a person as often as there is something', () => {
  const [role, dana] = [
    { kind: 'role', id: 'R2' },
    { kind: 'person', id: 'dana' },
  ] as const;
  const lists = [[], [role, dana], [role], [dana]];

  expect(callRolesOnce(lists.map((mentions) => ({ mentions }))).map(({ mentions }) => mentions)).toEqual([
    [],
    [role, dana],
    [],
    [dana],
  ]);
});
