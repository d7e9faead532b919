import { expect, test } from 'vitest';
import type { CommandServices } from '../../../src/commands/command.ts';
import {
  admin,
  commandDesk,
  foreignAdmin,
  journal,
  problemOf,
  reader,
  settings,
  tableOf,
} from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

const knowsStory: Pick<CommandServices, 'nameStory'> = { nameStory: async () => sampleStory.story };

test('settings shows every setting, and changes none', async () => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('settings'));

  expect(table.rows).toContainEqual(['digest', 'at 08:00 every day']);
  expect(await store.audit.list({ ...admin, limit: 9 })).toEqual([]);
});

test('settings changes what is given in this channel alone, and shows before and after', async () => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('settings', { quiet: '22:00-07:00', stories: '5' }));

  expect(table.rows).toEqual([
    ['quiet', 'off', '22:00-07:00'],
    ['stories', '8', '5'],
  ]);
  const [own, foreign] = await store.channels.list();
  expect(own?.settings).toEqual({ ...settings, quiet: { from: 1320, until: 420 }, maxStories: 5 });
  expect(foreign?.settings).toEqual(settings);
});

test('a wrong option among right ones changes nothing', async () => {
  const { run, store } = await commandDesk();

  problemOf(await run('settings', { stories: '5', threshold: '7' }));

  expect((await store.channels.list())[0]?.settings).toEqual(settings);
});

test('digest pause and its --resume are before and after in the audit log', async () => {
  const { run, store } = await commandDesk();

  await run('digest pause');
  await run('digest pause', { resume: 'true' });

  expect((await store.channels.list())[0]?.settings.isPaused).toBe(false);
  const table = tableOf(await run('audit'));
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    ['operator', 'console', 'digest pause', 'channel journal', 'isPaused: true', 'isPaused: false'],
    ['operator', 'console', 'digest pause', 'channel journal', 'isPaused: false', 'isPaused: true'],
  ]);
});

test('the audit log shows times on the wall clock of the channel', async () => {
  const { run } = await commandDesk();
  await run('digest schedule', { zone: 'Asia/Shanghai' });

  const table = tableOf(await run('audit'));

  expect(table.columns[0]).toBe('When (Asia/Shanghai)');
  expect(table.rows[0]?.[0]).toBe('2026-11-10 17:00');
});

test('a workspace sees its own audit log only', async () => {
  const { run } = await commandDesk();
  await run('digest pause');

  const table = tableOf(await run('audit', {}, foreignAdmin));

  expect(table.rows).toEqual([]);
});

test.each(['follow', 'mute'])('everybody may %s a story, and take it back', async (name) => {
  const { run, store } = await commandDesk(knowsStory);

  await run(name, { story: 'chips' }, reader);
  const added = await store.follows.list();
  await run(name, { story: 'chips', undo: 'true' }, reader);

  expect(added).toEqual([
    expect.objectContaining({
      kind: name,
      channel: journal,
      subject: { kind: 'story', id: sampleStory.story.storyId },
      personId: 'reader',
    }),
  ]);
  expect(await store.follows.list()).toEqual([]);
});

test('a digest that had nothing to tell is told so', async () => {
  const { run } = await commandDesk({ postDigest: async () => null });

  expect(problemOf(await run('digest now'))).toContain('Nothing is untold in journal');
});

test('digest now of a channel with approval says how to release it', async () => {
  const messages = [
    { key: 'd1', document: sampleStory, threadOf: null, revises: null, mentions: [], hold: null },
  ];
  const digest = { key: 'd1', slotMs: 0, decidedAtMs: 0, messages, permalink: null };
  const { run } = await commandDesk({ postDigest: async () => digest });
  await run('settings', { approval: 'on' });

  const table = tableOf(await run('digest now'));

  expect(table.notes.join()).toContain('deliveries approve d1');
});
