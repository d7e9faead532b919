import { expect, test } from 'vitest';
import type { AnswerTable } from '../../../src/domain/command.ts';
import { alertOf, messageOf } from '../../contract/store/samples.ts';
import { commandDesk, journal, reader, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

function labelsOf({ rowActions = [] }: AnswerTable) {
  return rowActions.map((actions) => actions.map(({ label, how }) => `${label} ${how}`));
}

test('admins can edit, test and remove each watch, and others can test it', async () => {
  const { run } = await commandDesk();
  await run('watch add', { query: 'gallium', confirm: 'true' });

  expect(labelsOf(tableOf(await run('watch list')))).toEqual([['edit form', 'test form', 'remove run']]);
  expect(labelsOf(tableOf(await run('watch list', {}, reader)))).toEqual([['test form']]);
});

test('the back-test of a new watch offers to save it as it was written', async () => {
  const { run, runner, store } = await commandDesk();
  const { actions = [] } = tableOf(await run('watch add', { query: 'gallium', critical: 'on', name: '' }));

  const [save] = actions;
  if (save) await runner.run(save.input, { ...reader, isAdmin: true, channelId: null });

  expect(save).toMatchObject({ label: 'save', how: 'run', tone: 'primary' });
  expect(await store.watches.list()).toMatchObject([
    { query: 'gallium', isCritical: true, channel: journal },
  ]);
});

test('each delivery offers what its state allows', async () => {
  const { run, store } = await commandDesk();
  const alert = {
    kind: 'alert' as const,
    watchId: 'w7',
    watchName: 'Metals',
    reason: '',
    stories: [{ story: sampleStory.story, matched: [], revised: null }],
  };
  const approval = { kind: 'approval' } as const;
  const messages = [
    messageOf('digest', null, { hold: approval }),
    messageOf('alert', null, { hold: approval, document: alert }),
    messageOf('quiet', null, { hold: { kind: 'quiet', untilMs: 9e12 } }),
    messageOf('owed'),
  ];
  await store.alerts.commit(alertOf(journal, { messages }));
  await run('deliveries discard', { key: 'digest' });

  const table = tableOf(await run('deliveries list'));

  const labels = labelsOf(table);
  expect(Object.fromEntries(table.rows.map(([key], index) => [key, labels[index]]))).toEqual({
    digest: ['retry run'],
    alert: ['approve run', 'edit form', 'discard run'],
    quiet: ['discard run'],
    owed: [],
  });
});

test('the settings of a channel offer their form', async () => {
  const { run, runner } = await commandDesk();
  const { actions: [action] = [] } = tableOf(await run('settings'));

  expect(action).toMatchObject({ label: 'settings', how: 'form' });
  const form = action && (await runner.form(action.input, { ...reader, isAdmin: true, channelId: null }));
  expect(form).toMatchObject({ kind: 'form', values: { channel: 'journal', at: '08:00' } });
});

test.each(['follow', 'mute'])('%s offers to take it back, and taken back it offers nothing', async (name) => {
  const { run, runner, store } = await commandDesk({ nameStory: async () => sampleStory.story });
  const { actions: [undo] = [] } = tableOf(await run(name, { story: 'chips' }, reader));

  const answer = undo && (await runner.run(undo.input, reader));

  expect(undo?.label).toBe('undo');
  expect(await store.follows.list()).toEqual([]);
  expect(answer).toMatchObject({ table: { actions: [] } });
});
