import { expect } from 'vitest';
import type { Installation } from '../../../src/ports/installation-store.ts';
import type { Contract } from './stores-under-test.ts';

function installationOf(workspaceId: string, over: Partial<Installation> = {}): Installation {
  return {
    workspace: { platform: 'slack', workspaceId },
    sealed: `sealed ${workspaceId}`,
    installedBy: 'U1',
    atMs: 8_000,
    ...over,
  };
}

export const installationStoreContract: Contract = {
  'an installation comes back as it was saved': async (open) => {
    const { installations } = await open();
    const installation = installationOf('T1');
    await installations.save(installation);

    expect(await installations.find(installation.workspace)).toEqual(installation);
    expect(await installations.find({ platform: 'slack', workspaceId: 'T2' })).toBeNull();
    expect(await installations.find({ platform: 'discord', workspaceId: 'T1' })).toBeNull();
  },

  'a workspace that installs once more has its latest installation only': async (open) => {
    const { installations } = await open();
    const again = installationOf('T1', { sealed: 'sealed anew', installedBy: 'U2', atMs: 9_000 });
    await installations.save(installationOf('T1'));
    await installations.save(again);

    expect(await installations.list('slack')).toEqual([again]);
  },

  'the installations of a platform are listed, oldest first': async (open) => {
    const { installations } = await open();
    const younger = installationOf('T1', { atMs: 9_000 });
    const older = installationOf('T2', { atMs: 8_500 });
    const elsewhere = installationOf('G1', { workspace: { platform: 'discord', workspaceId: 'G1' } });
    for (const installation of [younger, older, elsewhere]) await installations.save(installation);

    expect(await installations.list('slack')).toEqual([older, younger]);
    expect(await installations.list('discord')).toEqual([elsewhere]);
  },

  'what is removed is gone, and the others stay': async (open) => {
    const { installations } = await open();
    for (const id of ['T1', 'T2']) await installations.save(installationOf(id));
    const removed = [];
    for (const workspaceId of ['T1', 'T9']) {
      removed.push(await installations.remove({ platform: 'slack', workspaceId }, 9_000));
    }

    expect(removed).toEqual([true, false]);
    expect(await installations.list('slack')).toEqual([installationOf('T2')]);
  },

  'an installation that is younger than its removal stays': async (open) => {
    const { installations } = await open();
    const installation = installationOf('T1');
    await installations.save(installation);

    expect(await installations.remove(installation.workspace, 8_000)).toBe(false);
    expect(await installations.list('slack')).toEqual([installation]);
    expect(await installations.remove(installation.workspace, 8_001)).toBe(true);
    expect(await installations.list('slack')).toEqual([]);
  },
};
