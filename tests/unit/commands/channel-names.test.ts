import { expect, test } from 'vitest';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { namedChannels } from '../../fakes/named-channels.ts';
import { admin, commandDesk, journal, problemOf, settings, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

// People see what a channel is called; what programs read, what a form begins with and the audit log keep its id.

const names = { journal: '#export-news', ops: '#ops', quarry: '#metals' };

function namedDesk() {
  return commandDesk({
    directory: namedChannels(names),
    nameStory: async () => sampleStory.story,
    postDigest: async () => null,
  });
}

function owed(key: string): OwedMessage {
  return { key, document: sampleStory, threadOf: null, revises: null, mentions: [], hold: null };
}

test('settings are those of a name, for people, and of an id for programs', async () => {
  const { run } = await namedDesk();

  const shown = tableOf(await run('settings'));
  const changed = tableOf(await run('settings', { stories: '5' }));
  const first = tableOf(await run('settings', { channel: '#ops', cadence: 'daily' }));

  expect([shown, changed, first].map(({ heading }) => heading)).toEqual([
    'Settings of #export-news',
    'Settings of #export-news',
    '#ops is set up',
  ]);
  expect([shown, changed, first].map(({ data: [line] }) => line)).toMatchObject([
    { channel: 'journal' },
    { channel: 'journal' },
    { channel: 'ops' },
  ]);
  expect(shown.actions).toMatchObject([{ input: { options: { channel: 'journal' } } }]);
});

test('a refusal names the channels that are set up, and the one that is not', async () => {
  const { run, runner } = await namedDesk();

  expect(problemOf(await run('settings', { channel: 'nowhere' }))).toBe(
    'There is no channel "nowhere" in this workspace. Set up here: #export-news.',
  );
  expect(problemOf(await run('digest preview', { channel: '#ops' }))).toBe(
    'The channel #ops is not set up. Write settings with channel #ops and cadence daily. Set up here: #export-news.',
  );
  const input = { name: 'settings', options: {} };
  expect(await runner.form(input, admin)).toMatchObject({ values: { channel: 'journal' } });
});

test('of many channels a refusal names the first ones', async () => {
  const { run, store, clock } = await namedDesk();
  for (let number = 1; number <= 24; number += 1) {
    await store.channels.configure({ ref: { ...journal, channelId: `C${number}` }, settings }, clock.nowMs());
  }

  expect(problemOf(await run('settings', { channel: 'nowhere' }))).toMatch(/C19 and 5 more\.$/);
});

test('digests and follows are in a channel by its name', async () => {
  const { run } = await namedDesk();

  expect(problemOf(await run('digest now'))).toBe('Nothing is untold in #export-news: nothing was posted.');
  expect(tableOf(await run('digest archive')).heading).toBe('Digests of #export-news');
  expect(problemOf(await run('digest archive', { digest: 'd9' }))).toContain(
    '#export-news has no digest "d9"',
  );
  const followed = tableOf(await run('follow', { story: 'chips' }));
  expect(followed.heading).toBe('Followed in #export-news');
  expect(followed.data).toEqual([{ outcome: 'Followed in journal', name: sampleStory.story.headline }]);
  expect(followed.actions).toMatchObject([{ input: { options: { channel: 'journal' } } }]);
});

test('watches are listed, shown and changed with the names of their channels', async () => {
  const { run, runner, store } = await namedDesk();
  await run('settings', { channel: 'quarry', cadence: 'daily' });
  const saved = tableOf(await run('watch add', { query: 'gallium', confirm: 'true' }));
  const listed = tableOf(await run('watch list'));
  const changed = tableOf(await run('watch edit', { watch: 'gallium', channel: '#metals' }));
  const removed = tableOf(await run('watch remove', { watch: 'gallium' }));

  expect(saved.rows).toContainEqual(['channel', '#export-news']);
  expect(listed.rows.map((row) => row[3])).toEqual(['#export-news']);
  expect(listed.data).toMatchObject([{ channel: journal }]);
  expect(changed.rows).toEqual([['channel', '#export-news', '#metals']]);
  expect(removed.rows).toContainEqual(['channel', '#metals']);
  expect(await store.watches.list()).toEqual([]);
  await run('watch add', { query: 'gallium', confirm: 'true' });
  const input = { name: 'watch edit', options: { watch: 'gallium' } };
  expect(await runner.form(input, admin)).toMatchObject({ values: { channel: 'journal' } });
});

test('a watch that moves to another channel of the same name is moved', async () => {
  const { run, store, clock } = await commandDesk({
    directory: { ...namedChannels({}), nameOf: async () => '#news' },
  });
  await store.channels.configure({ ref: { ...journal, channelId: 'twin' }, settings }, clock.nowMs());
  await run('watch add', { query: 'gallium', confirm: 'true' });

  const changed = tableOf(await run('watch edit', { watch: 'gallium', channel: 'twin' }));

  expect(changed.rows).toEqual([['channel', '#news', '#news']]);
  expect((await store.watches.list()).map(({ channel }) => channel.channelId)).toEqual(['twin']);
});

test('deliveries are listed with the names of their channels', async () => {
  const directory = namedChannels({ ...names, 'person:U1': 'direct messages of U1' });
  const { run, store } = await commandDesk({ directory });
  const person = personChannel(journal, 'U1');
  await store.deliveries.notify(
    [
      { channel: journal, message: owed('one') },
      { channel: person, message: owed('two') },
    ],
    9_000,
  );

  const { rows, data } = tableOf(await run('deliveries list'));

  expect(rows.map(([key, , channel]) => [key, channel])).toEqual([
    ['two', 'direct messages of U1'],
    ['one', '#export-news'],
  ]);
  expect(data).toMatchObject([{ channel: 'person:U1' }, { channel: 'journal' }]);
});

test('of many deliveries the newest are listed, of those in a state as well', async () => {
  const { run, store } = await namedDesk();
  const keys = Array.from({ length: 52 }, (_, number) => `m${number}`);
  await store.deliveries.notify(
    keys.map((key) => ({ channel: journal, message: owed(key) })),
    9_000,
  );
  const held = { ...owed('held'), hold: { kind: 'approval' } } as const;
  await store.deliveries.notify([{ channel: journal, message: held }], 9_000);

  const all = tableOf(await run('deliveries list'));
  const waiting = tableOf(await run('deliveries list', { state: 'owed' }));

  expect([all.rows.length, waiting.rows.length]).toEqual([50, 50]);
  expect([all.rows[0]?.[0], waiting.rows[0]?.[0]]).toEqual(['held', 'm51']);
  expect(waiting.notes).toEqual(['2 more are not shown. Narrow it down with state or channel.']);
  expect(tableOf(await run('deliveries list', { state: 'held' })).rows).toHaveLength(1);
});

test('the audit log names channels, and keeps their ids', async () => {
  const { run, store } = await namedDesk();
  await run('digest pause');
  await run('follow', { story: 'chips' });
  await run('workspace', { notices: '#ops' });

  const { rows, data } = tableOf(await run('audit'));

  expect(rows.map(([, , , , ...told]) => told)).toEqual([
    ['workspace console', 'noticesTo: –', 'noticesTo: #ops'],
    ['story s1', 'channel: –; personId: –', 'channel: #export-news; personId: operator'],
    ['channel #export-news', 'isPaused: false', 'isPaused: true'],
  ]);
  expect(data).toMatchObject([
    { changes: [{ what: 'noticesTo', after: 'ops' }] },
    { changes: [{ what: 'channel', after: 'journal' }, {}] },
    { subject: 'channel journal' },
  ]);
  const [last] = await store.audit.list({ ...admin, limit: 1 });
  expect(last?.after).toContain('"noticesTo":"ops"');
});

test('who hears of troubles is shown by name, and stands in the form as it is written', async () => {
  const { run, runner } = await namedDesk();

  const changed = tableOf(await run('workspace', { notices: '#ops' }));

  expect(changed.rows).toEqual([['notices', 'none', '#ops']]);
  expect(tableOf(await run('workspace')).rows).toContainEqual(['notices', '#ops']);
  expect(changed.data).toMatchObject([{ after: { noticesTo: 'ops' } }]);
  const form = await runner.form({ name: 'workspace', options: {} }, admin);
  expect(form).toMatchObject({ values: { notices: 'ops' } });
});
