import { expect, test } from 'vitest';
import { firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import { admin, commandDesk, foreignAdmin, problemOf, tableOf } from './command-desk.ts';

test('workspace shows what holds, and changes nothing', async () => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('workspace'));

  expect(table.rows).toEqual([
    ['admins', 'none'],
    ['notices', 'none'],
    ['followers', 'mention'],
  ]);
  expect(table.actions).toMatchObject([{ label: 'settings', how: 'form', input: { name: 'workspace' } }]);
  expect(await store.audit.list({ ...admin, limit: 9 })).toEqual([]);
});

test('a change is shown before and after, and stands in the audit log', async () => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('workspace', { admins: 'S0123AB', notices: '#journal' }));

  expect(table.rows).toEqual([
    ['admins', 'none', 'S0123AB'],
    ['notices', 'none', 'journal'],
  ]);
  expect(await store.workspaces.settings(admin)).toEqual({
    ...firstWorkspaceSettings,
    adminGroupId: 'S0123AB',
    noticesTo: 'journal',
  });
  const [entry] = await store.audit.list({ ...admin, limit: 9 });
  expect(entry).toMatchObject({ command: 'workspace', subject: 'workspace console', personId: 'operator' });
});

test('what is not given stays, and none takes back', async () => {
  const { run, store } = await commandDesk();
  await run('workspace', { admins: 'role:123456', notices: 'person:U1' });

  await run('workspace', { notices: 'None' });

  expect(await store.workspaces.settings(admin)).toEqual({
    ...firstWorkspaceSettings,
    adminGroupId: '123456',
  });
});

test('another workspace keeps its own', async () => {
  const { run, store } = await commandDesk();

  await run('workspace', { admins: 'S1' });

  expect(await store.workspaces.settings(foreignAdmin)).toEqual(firstWorkspaceSettings);
});

test.each([
  ['dm', 'dm'],
  ['role:R2', { role: 'R2' }],
] as const)('followers can be told by %s, and by mention again', async (text, followersBy) => {
  const { run, store } = await commandDesk();

  const table = tableOf(await run('workspace', { followers: text }));
  const changed = await store.workspaces.settings(admin);
  await run('workspace', { followers: 'Mention' });

  expect(table.rows).toEqual([['followers', 'mention', text]]);
  expect(changed).toEqual({ ...firstWorkspaceSettings, followersBy });
  expect(await store.workspaces.settings(admin)).toEqual(firstWorkspaceSettings);
  const [, first] = tableOf(await run('audit')).rows;
  expect(first?.slice(-2)).toEqual(['followersBy: mention', `followersBy: ${text}`]);
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ admins: '<!everyone>' }, 'Write the id of a user group or role, as S0123AB, or none.'],
  [{ notices: 'person:' }, 'as person:U1'],
  [{ notices: 'person:<@U1>' }, 'as person:U1'],
  [{ notices: 'nowhere' }, 'There is no channel "nowhere" in this workspace.'],
  [{ followers: 'shout' }, 'Write mention, dm, or role:R2.'],
  [{ followers: 'role:everyone' }, 'would call everybody'],
  [{ followers: 'role:console' }, 'would call everybody'],
  [{ followers: 'role:<!here>' }, 'Write mention, dm, or role:R2.'],
  [{ admins: 'S1', notices: 'nowhere' }, 'There is no channel'],
])('%j is refused with what to write instead', async (options, telling) => {
  const { run, store } = await commandDesk();

  expect(problemOf(await run('workspace', options))).toContain(telling);
  expect(await store.workspaces.settings(admin)).toEqual(firstWorkspaceSettings);
});
