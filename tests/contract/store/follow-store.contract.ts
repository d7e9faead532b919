import { expect } from 'vitest';
import type { Follow } from '../../../src/domain/posting.ts';
import { auditOf, channelOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const follow: Follow = {
  kind: 'follow',
  channel: channelOf('C1'),
  subject: { kind: 'story', id: 's1' },
  personId: 'U1',
  atMs: 8_000,
};
const mute: Follow = { ...follow, kind: 'mute', atMs: 8_100 };
const workspace = { platform: 'slack', workspaceId: 'T1', limit: 10 } as const;

export const followStoreContract: Contract = {
  'follows and mutes come back as they were added, oldest first': async (open) => {
    const { follows } = await open();
    const ofWatch: Follow = { ...follow, subject: { kind: 'watch', id: 's1' }, atMs: 8_200 };
    await follows.add(follow, auditOf('follow'));
    await follows.add(mute, auditOf('mute'));
    await follows.add(ofWatch, auditOf('follow'));

    expect(await follows.list()).toEqual([follow, mute, ofWatch]);
  },

  'the same once more changes nothing and is no change': async (open) => {
    const { audit, follows } = await open();
    await follows.add(follow, auditOf('follow'));
    await follows.add({ ...follow, atMs: 9_000 }, auditOf('follow'));

    expect(await follows.list()).toEqual([follow]);
    expect(await audit.list(workspace)).toHaveLength(1);
  },

  'taking a follow back is for one person, and taking a mute back for all': async (open) => {
    const { audit, follows } = await open();
    const another: Follow = { ...follow, personId: 'U2' };
    await follows.add(follow, auditOf('follow'));
    await follows.add(another, auditOf('follow'));
    await follows.add(mute, auditOf('mute'));
    await follows.remove(follow, auditOf('follow off'));
    await follows.remove({ ...mute, personId: 'U9' }, auditOf('mute off'));

    expect(await follows.list()).toEqual([another]);
    expect((await audit.list(workspace)).map(({ command }) => command)).toEqual([
      'mute off',
      'follow off',
      'mute',
      'follow',
      'follow',
    ]);
  },

  'taking back what is not there is no change': async (open) => {
    const { audit, follows } = await open();
    await follows.remove(follow, auditOf('follow off'));

    expect(await audit.list(workspace)).toEqual([]);
  },
};
