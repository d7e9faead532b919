import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consoleDirectory } from '../../../src/assemble/channel-directory.ts';
import { checkInput } from '../../../src/commands/check-input.ts';
import type { CommandForm } from '../../../src/domain/command.ts';
import { auditOf, watchOf } from '../../contract/store/samples.ts';
import { settingsOf, watchFields } from './arbitrary-settings.ts';
import {
  admin,
  commandDesk,
  foreignAdmin,
  foreignJournal,
  journal,
  reader,
  tableOf,
} from './command-desk.ts';

type Desk = Awaited<ReturnType<typeof commandDesk>>;

async function formOf({ runner }: Desk, name: string, options = {}, actor = admin): Promise<CommandForm> {
  const form = await runner.form({ name, options }, actor);
  if (form.kind === 'form') return form;
  throw new Error(form.problem);
}

const channelAudit = auditOf('settings', { platform: 'console', workspaceId: 'console' });

test.each(['settings', 'digest schedule'])('%s: a form sent as it is changes nothing', async (name) => {
  await fc.assert(
    fc.asyncProperty(settingsOf, async (settings) => {
      const desk = await commandDesk();
      await desk.store.channels.change(journal, settings, channelAudit);
      const { definition, values } = await formOf(desk, name);

      const table = tableOf(await desk.run(name, values));

      expect(checkInput({ name, options: values }, definition)).toBeNull();
      expect(table.rows).toEqual([]);
      expect((await desk.store.channels.list())[0]?.settings).toEqual(settings);
    }),
    { numRuns: 150 },
  );
});

test('watch edit: a form sent as it is changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(watchFields, async (fields) => {
      const desk = await commandDesk();
      const watch = watchOf('w1', { ...fields, channel: journal });
      await desk.store.watches.save(watch, channelAudit);
      const { values } = await formOf(desk, 'watch edit', { watch: fields.name });

      const table = tableOf(await desk.run('watch edit', values));

      expect(table.notes).toEqual(['Nothing changed: the watch is so already.']);
      expect(await desk.store.watches.list()).toEqual([watch]);
    }),
    { numRuns: 50 },
  );
});

test('workspace: a form sent as it is changes nothing', async () => {
  const desk = await commandDesk();
  await desk.run('workspace', { admins: 'S0123AB', notices: 'person:U9', followers: 'role:R2' });
  const { values } = await formOf(desk, 'workspace');

  const table = tableOf(await desk.run('workspace', values));

  expect(values).toEqual({ admins: 'S0123AB', notices: 'person:U9', followers: 'role:R2' });
  expect(table.notes).toEqual(['Nothing changed: these are the settings already.']);
});

test('what one field of a form changes is changed alone', async () => {
  const desk = await commandDesk();
  const { values } = await formOf(desk, 'settings');

  const table = tableOf(await desk.run('settings', { ...values, cadence: 'realtime' }));

  expect(table.rows).toEqual([['digest', 'at 08:00 every day', 'as soon as there is something to tell']]);
});

test('a query that is changed in a form names the watch that was named by its query', async () => {
  const desk = await commandDesk();
  await desk.run('watch add', { query: 'gallium', confirm: 'true' });
  const { values } = await formOf(desk, 'watch edit', { watch: 'gallium' });

  await desk.run('watch edit', { ...values, query: 'germanium' });

  expect(await desk.store.watches.list()).toMatchObject([{ name: 'germanium', query: 'germanium' }]);
});

test('the form of a channel that is not set up begins with the first settings, and sets it up', async () => {
  const newcomer = { ...journal, channelId: 'newcomer' };
  const desk = await commandDesk({ directory: { ...consoleDirectory, find: async () => newcomer } });
  const { values } = await formOf(desk, 'settings', { channel: 'newcomer' });

  const table = tableOf(await desk.run('settings', values));

  expect(values).toMatchObject({ channel: 'newcomer', cadence: 'daily', at: '08:00' });
  expect(table.heading).toBe('newcomer is set up');
  expect(table.columns).toEqual(['Setting', 'Value']);
  expect((await desk.store.channels.list()).map(({ ref }) => ref)).toContainEqual(newcomer);
});

test('what is given stands in the form, and the channel that it was opened in', async () => {
  const desk = await commandDesk();

  const { values } = await formOf(desk, 'watch add', { query: 'gallium', name: '' });

  expect(values).toEqual({ query: 'gallium', channel: 'journal' });
});

test('a form that is opened in a direct message is about no channel yet', async () => {
  const desk = await commandDesk();

  const { values } = await formOf(desk, 'watch add', {}, { ...admin, channelId: 'D1' });

  expect(values).toEqual({});
});

test('every command has a form, and asks in it for nothing that it does not take', async () => {
  const desk = await commandDesk();

  for (const { name, options } of desk.runner.definitions) {
    const { values } = await formOf(desk, name);
    expect(options.map((option) => option.name)).toEqual(expect.arrayContaining(Object.keys(values)));
  }
});

test.each([
  ['settings', 'Only workspace owners and admins may run "settings"; ask one of them.'],
  ['setings', 'Did you mean "settings"?'],
])('the form of %s is refused as the command is', async (name, telling) => {
  const { runner } = await commandDesk();

  expect(await runner.form({ name, options: {} }, reader)).toMatchObject({
    kind: 'refused',
    problem: expect.stringContaining(telling),
  });
});

test.each([
  ['an option that there is not', 'settings', { every: 'day' }],
  ['a value that is not among the choices', 'settings', { style: 'long' }],
  ['a watch that there is not', 'watch edit', { watch: 'w9' }],
])('a form with %s is refused', async (_, name, options) => {
  const { runner } = await commandDesk();

  expect(await runner.form({ name, options }, admin)).toMatchObject({ kind: 'refused' });
});

test('a form never shows what is of another workspace', async () => {
  const desk = await commandDesk();
  const watch = watchOf('w1', { channel: foreignJournal });
  await desk.store.watches.save(watch, auditOf('watch add'));

  expect(await desk.runner.form({ name: 'watch edit', options: { watch: 'w1' } }, admin)).toMatchObject({
    kind: 'refused',
  });
  expect((await formOf(desk, 'watch edit', { watch: 'w1' }, foreignAdmin)).values['watch']).toBe('w1');
});
