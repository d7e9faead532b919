import { expect } from 'vitest';
import { firstWorkspaceSettings, type WorkspaceSettings } from '../../../src/domain/workspace.ts';
import { auditOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const workspace = { platform: 'slack', workspaceId: 'T1' } as const;
const settings: WorkspaceSettings = {
  adminGroupId: 'S1',
  noticesTo: 'person:U1',
  followersBy: { role: 'S2' },
};
const log = { ...workspace, limit: 10 };

export const workspaceStoreContract: Contract = {
  'a workspace of which nothing was set has the first settings': async (open) => {
    const { workspaces } = await open();

    expect(await workspaces.settings(workspace)).toEqual(firstWorkspaceSettings);
  },

  'settings come back as they were set, in their workspace only': async (open) => {
    const { workspaces } = await open();
    await workspaces.change(workspace, settings, auditOf('workspace'));

    expect(await workspaces.settings(workspace)).toEqual(settings);
    expect(await workspaces.settings({ ...workspace, workspaceId: 'T2' })).toEqual(firstWorkspaceSettings);
    expect(await workspaces.settings({ ...workspace, platform: 'discord' })).toEqual(firstWorkspaceSettings);
  },

  'each change is in the audit log': async (open) => {
    const { audit, workspaces } = await open();
    const first = auditOf('workspace', { before: JSON.stringify(firstWorkspaceSettings) });
    const second = auditOf('workspace', { before: JSON.stringify(settings), after: null, atMs: 7_600 });
    await workspaces.change(workspace, settings, first);
    await workspaces.change(workspace, firstWorkspaceSettings, second);

    expect(await workspaces.settings(workspace)).toEqual(firstWorkspaceSettings);
    expect(await audit.list(log)).toEqual([second, first]);
  },

  'a change that rests on settings that somebody else changed is refused, and is no change': async (open) => {
    const { audit, workspaces } = await open();
    const before = JSON.stringify(firstWorkspaceSettings);
    await workspaces.change(workspace, settings, auditOf('workspace', { before }));

    await expect(
      workspaces.change(workspace, { ...settings, noticesTo: 'C9' }, auditOf('workspace', { before })),
    ).rejects.toThrow('changed these settings meanwhile');
    expect(await workspaces.settings(workspace)).toEqual(settings);
    expect(await audit.list(log)).toHaveLength(1);
  },

  'settings of an earlier version are filled up, and can be changed from what they read as': async (open) => {
    const { workspaces } = await open();
    const earlier = JSON.parse('{"noticesTo":"C1","adminGroupId":null}');
    await workspaces.change(workspace, earlier, auditOf('workspace'));
    const present = await workspaces.settings(workspace);
    expect(present).toEqual({ ...firstWorkspaceSettings, noticesTo: 'C1' });

    const before = JSON.stringify(present);
    await workspaces.change(workspace, settings, auditOf('workspace', { before }));

    expect(await workspaces.settings(workspace)).toEqual(settings);
  },
};
