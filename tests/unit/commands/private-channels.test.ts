import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/command.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import { messageOf } from '../../contract/store/samples.ts';
import { namedChannels } from '../../fakes/named-channels.ts';
import { admin, commandDesk, problemOf, reader, settings, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

// A workspace with an open channel and a private one, in which is nobody but Mia: what belongs to it is not shown to, changed or
// silenced by others, admins among them.

const slack = { platform: 'slack', workspaceId: 'T1' } as const;
const open: ChannelRef = { ...slack, channelId: 'C1' };
const secret: ChannelRef = { ...slack, channelId: 'G1' };

const operator: Actor = { ...admin, ...slack, channelId: null };
const ada: Actor = { ...operator, channelId: 'C1', personId: 'U1' };
const mia: Actor = { ...ada, channelId: 'C1', personId: 'U2' };
const ben: Actor = { ...reader, ...slack, channelId: 'C1', personId: 'U3' };

let asked: string[];
let isDown: boolean;
let desk: Awaited<ReturnType<typeof commandDesk>>;

beforeEach(async () => {
  asked = [];
  isDown = false;
  desk = await commandDesk({
    directory: {
      ...namedChannels({ C1: '#news', G1: '#board', G2: '#other' }),
      async maySee({ channelId }, personId) {
        asked.push(`${channelId} ${personId}`);
        if (isDown) throw new Error('Slack cannot be reached.');
        return channelId === 'C1' || (channelId === 'G1' && personId === 'U2');
      },
    },
    nameStory: async () => sampleStory.story,
    previewDigest: async () => [],
    renderFor: () => [],
    postDigest: async () => null,
  });
  for (const ref of [open, secret]) await desk.store.channels.configure({ ref, settings }, 0);
  await desk.run('watch add', { query: 'gallium', channel: 'C1', confirm: 'true' }, operator);
  await desk.run('watch add', { query: 'bribery', channel: 'G1', confirm: 'true' }, operator);
  const hold = { kind: 'approval' } as const;
  await desk.store.deliveries.notify(
    [
      { channel: open, message: messageOf('told', null, { hold }) },
      { channel: secret, message: messageOf('hidden', null, { hold }) },
    ],
    9_000,
  );
});

const about = [
  'settings',
  'digest archive',
  'digest preview',
  'digest now',
  'digest pause',
  'deliveries list',
];

test.each([...about, 'watch list'])(
  '%s of a channel that one does not see is refused like one of none, and names only visible ones',
  async (name) => {
    const refusal = (channel: string) =>
      `There is no channel "${channel}" in this workspace. Set up here: #news.`;

    for (const channel of ['G1', '#board', 'G2', 'nowhere'])
      expect(problemOf(await desk.run(name, { channel }, ada))).toBe(refusal(channel));
    expect(await desk.run(name, { channel: 'G1' }, mia)).not.toEqual({
      kind: 'refused',
      problem: refusal('G1'),
    });
  },
);

test('a channel that one does not see is set up by nobody, and takes no notices', async () => {
  expect(problemOf(await desk.run('settings', { channel: 'G2', cadence: 'daily' }, ada))).toContain(
    'no channel',
  );
  expect(problemOf(await desk.run('workspace', { notices: 'G1' }, ada))).toContain('no channel');
  expect(problemOf(await desk.run('watch add', { query: 'x', channel: 'G1' }, ada))).toContain('no channel');
});

test('whoever is in a private channel sees it without anybody being asked', async () => {
  const here = { ...ben, channelId: 'G1' };

  expect(tableOf(await desk.run('digest archive', {}, here)).heading).toBe('Digests of #board');
  expect(asked).toEqual([]);
});

test('watches are listed, completed and found where their channel is seen', async () => {
  const queries = async (actor: Actor) =>
    tableOf(await desk.run('watch list', {}, actor)).data.map((watch) => watch['query']);
  const completed = async (actor: Actor) =>
    (await desk.runner.complete('watch', '', actor)).map(({ label }) => label);

  expect([await queries(ada), await queries(mia)]).toEqual([['gallium'], ['gallium', 'bribery']]);
  expect([await completed(ada), await completed(mia)]).toEqual([['gallium'], ['gallium', 'bribery']]);
  expect(await queries(operator)).toHaveLength(2);
});

test.each([
  ['watch edit', { cadence: 'digest' }],
  ['watch remove', {}],
  ['watch test', { article: 'https://example.com/a' }],
  ['follow', {}],
  ['mute', {}],
])('%s finds no watch of a channel that one does not see', async (name, options) => {
  const hidden = problemOf(await desk.run(name, { watch: 'bribery', ...options }, ada));
  const none = problemOf(await desk.run(name, { watch: 'nothing', ...options }, ada));

  expect(hidden).toBe(none.replace('nothing', 'bribery'));
  expect(hidden).toContain('(gallium)');
  expect(await desk.store.watches.list()).toHaveLength(2);
  expect(await desk.store.follows.list()).toEqual([]);
});

test.each(['follow', 'mute'])('%s works in no channel that one does not see', async (name) => {
  const options = { story: 'chips', channel: 'G1' };

  expect(problemOf(await desk.run(name, options, ben))).toContain('There is no channel "G1"');
  expect(tableOf(await desk.run(name, options, mia)).heading).toContain('in #board');
});

test('deliveries are listed, completed and handled where their channel is seen', async () => {
  const keys = async (actor: Actor) =>
    tableOf(await desk.run('deliveries list', {}, actor)).rows.map(([key]) => key);
  const completed = async (actor: Actor) =>
    (await desk.runner.complete('delivery', '', actor)).map(({ value }) => value);

  expect([await keys(ada), await keys(mia)]).toEqual([['told'], ['hidden', 'told']]);
  expect([await completed(ada), await completed(mia)]).toEqual([['told'], ['hidden', 'told']]);
  for (const act of ['approve', 'discard', 'retry'])
    expect(problemOf(await desk.run(`deliveries ${act}`, { key: 'hidden' }, ada))).toContain(
      'There is no delivery "hidden"',
    );
  expect(tableOf(await desk.run('deliveries approve', { key: 'hidden' }, mia)).rows[0]?.[0]).toBe('hidden');
});

test('the audit log leaves out what is about a channel that one does not see', async () => {
  const { run } = desk;
  await run('digest pause', { channel: 'G1' }, mia);
  await run('mute', { story: 'chips', channel: 'G1' }, mia);
  await run('deliveries discard', { key: 'hidden' }, mia);
  await run('workspace', { notices: 'G1' }, mia);
  await run('deliveries approve', { key: 'told' }, ada);
  await run('watch remove', { watch: 'bribery' }, mia);
  const commands = async (actor: Actor) =>
    tableOf(await run('audit', {}, actor)).data.map((entry) => entry['command']);

  expect(await commands(ada)).toEqual(['deliveries approve', 'watch add']);
  expect(await commands(mia)).toHaveLength(8);
  expect(tableOf(await run('workspace', {}, ada)).rows).toContainEqual([
    'notices',
    'a channel that you do not see',
  ]);
});

test('feedback is heard from channels that one sees, and from direct messages', async () => {
  const say = (question: string, actor: Actor) =>
    desk.run('feedback give', { question, says: 'helpful' }, actor);
  await say('Here?', ben);
  await say('Secretly?', { ...mia, channelId: 'G1' });
  await say('Alone?', { ...ben, channelId: null });
  const asks = async (actor: Actor) =>
    tableOf(await desk.run('feedback list', {}, actor))
      .data.map(({ question }) => question)
      .toSorted();

  expect(await asks(ada)).toEqual(['Alone?', 'Here?']);
  expect(await asks(mia)).toEqual(['Alone?', 'Here?', 'Secretly?']);
});

test('a platform that cannot be asked shows the own channel only, and says why', async () => {
  isDown = true;
  const why = 'Slack cannot be reached. Until then only the channel that you are in is shown.';

  const listed = tableOf(await desk.run('watch list', {}, mia));

  expect(listed.rows.map((row) => row[1])).toEqual(['gallium']);
  expect(listed.notes).toEqual([why]);
  expect(problemOf(await desk.run('settings', { channel: 'G1' }, mia))).toBe(
    `There is no channel "G1" in this workspace. Set up here: #news. ${why}`,
  );
});

test('a command asks once for each channel', async () => {
  await desk.run('watch add', { query: 'germanium', channel: 'G1', confirm: 'true' }, operator);

  await desk.run('watch list', {}, ada);

  expect(asked).toEqual(['G1 U1']);
});
