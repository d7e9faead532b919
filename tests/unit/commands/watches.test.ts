import { expect, test } from 'vitest';
import { admin, commandDesk, foreignAdmin, problemOf, reader, tableOf } from './command-desk.ts';

async function withWatch() {
  const desk = await commandDesk();
  await desk.run('watch add', { query: 'gallium', name: 'Metals', confirm: 'true' });
  const [watch] = await desk.store.watches.list();
  if (!watch) throw new Error('No watch was saved.');
  return { ...desk, watch };
}

test('watch add shows a back-test and saves nothing until it is confirmed', async () => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('watch add', { query: 'gallium' }));

  expect(table.heading).toContain('in the last 90 days');
  expect(table.notes.at(-1)).toContain('Nothing is saved yet.');
  expect(await store.watches.list()).toEqual([]);
});

test('a confirmed watch is saved for the channel that the command was given in', async () => {
  const { watch } = await withWatch();

  expect(watch).toMatchObject({ name: 'Metals', query: 'gallium', ownerId: 'operator', cadence: 'realtime' });
  expect(watch.channel.channelId).toBe('journal');
});

test('watch list names only the watches of the workspace', async () => {
  const { run, watch } = await withWatch();

  const own = tableOf(await run('watch list', {}, reader));
  const foreign = tableOf(await run('watch list', {}, foreignAdmin));

  expect(own.rows.map(([id]) => id)).toEqual([watch.id]);
  expect(foreign.rows).toEqual([]);
});

test('watch edit changes what is given, shows before and after, and keeps the rest', async () => {
  const { run, store, watch } = await withWatch();

  const table = tableOf(await run('watch edit', { watch: 'metals', cadence: 'digest', critical: 'on' }));

  expect(table.rows).toEqual([
    ['cadence', 'realtime', 'digest'],
    ['critical', 'off', 'on'],
  ]);
  expect(await store.watches.list()).toEqual([{ ...watch, cadence: 'digest', isCritical: true }]);
});

test('an edit that changes nothing is not in the audit log', async () => {
  const { run, store } = await withWatch();

  const table = tableOf(await run('watch edit', { watch: 'Metals', cadence: 'realtime' }));

  expect(table.notes).toEqual(['Nothing changed: the watch is so already.']);
  expect(await store.audit.list({ ...admin, limit: 9 })).toHaveLength(1);
});

test('watch remove takes the watch away, and the audit log keeps what it was', async () => {
  const { run, store, watch } = await withWatch();

  await run('watch remove', { watch: watch.id });

  expect(await store.watches.list()).toEqual([]);
  const [entry] = await store.audit.list({ ...admin, limit: 1 });
  expect(entry).toMatchObject({ command: 'watch remove', subject: `watch ${watch.id}`, after: null });
  expect(entry?.before).toContain('gallium');
});

test.each([
  ['watch edit', { watch: 'Metals', cadence: 'digest' }],
  ['watch remove', { watch: 'Metals' }],
  ['watch test', { watch: 'Metals', article: 'https://example.com/a' }],
  ['mute', { watch: 'Metals' }],
])('%s never reaches a watch of another workspace', async (name, options) => {
  const { run, store, watch } = await withWatch();

  const problem = problemOf(await run(name, options, foreignAdmin));

  expect(problem).toContain('There is no watch "Metals".');
  expect(await store.watches.list()).toEqual([watch]);
});

test('watch test says that no source brought an address', async () => {
  const { run } = await withWatch();

  const table = tableOf(
    await run('watch test', { watch: 'Metals', article: 'https://example.com/a' }, reader),
  );

  expect(table.heading).toMatch(/^Stopped at /);
});

test('watch test judges a text against a query as if it had just come', async () => {
  const { run } = await commandDesk();
  const article =
    'Huawei was put on the Entity List on Monday, the Commerce Department said. An export license is needed.';

  const matching = tableOf(await run('watch test', { query: '"entity list"', article }, reader));
  const other = tableOf(await run('watch test', { query: 'germanium', article }, reader));

  expect(matching.heading).toMatch(/^Matched: /);
  expect(other.heading).toMatch(/^Stopped at .*germanium/);
});

test.each(['watch add', 'watch edit', 'watch remove'])('%s is refused to who is no admin', async (name) => {
  const { run } = await withWatch();

  expect(problemOf(await run(name, { watch: 'Metals' }, reader))).toBe(
    `Only workspace owners and admins may run "${name}"; ask one of them.`,
  );
});

test('what cannot be seen in a query is not saved', async () => {
  const { run, store } = await commandDesk();
  const hidden = 'gal\u200Blium \u202E"entity\u00A0list"\u0007\u2066';

  await run('watch add', { query: hidden, confirm: 'true' });
  const [added] = await store.watches.list();
  await run('watch edit', { watch: added?.id ?? '', query: 'bri\uFEFFbery' });

  expect(added).toMatchObject({ name: 'gallium "entity list"', query: 'gallium "entity list"' });
  expect(await store.watches.list()).toMatchObject([{ query: 'bribery' }]);
  expect(problemOf(await run('watch add', { query: '\u200B' }))).not.toBe('');
});
