import { expect } from 'vitest';
import { auditOf, channelOf, channelSettingsOf, storyDecisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const settings = channelSettingsOf();
const workspace = { platform: 'slack', workspaceId: 'T1', limit: 10 } as const;

export const channelStoreContract: Contract = {
  'a channel begins at what is kept, having told nothing': async (open) => {
    const { articles, channels } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await channels.configure({ ref, settings }, 7_000);

    expect(await channels.list()).toEqual([
      {
        ref,
        settings,
        setUpAtMs: 7_000,
        toldUpTo: 1,
        lastSlotMs: 7_000,
        silenceToldAtMs: null,
        lastPostedAtMs: null,
      },
    ]);
  },

  'what a command set stays until the configuration itself says otherwise': async (open) => {
    const { channels } = await open();
    await channels.configure({ ref, settings }, 7_000);
    await channels.change(ref, { ...settings, maxStories: 3, style: 'short' }, auditOf('settings'));

    await channels.configure({ ref, settings }, 8_000);
    expect((await channels.list())[0]?.settings).toMatchObject({ maxStories: 3, style: 'short' });

    await channels.configure({ ref, settings: { ...settings, maxStories: 9 } }, 9_000);
    expect((await channels.list())[0]?.settings).toMatchObject({ maxStories: 9, style: 'short' });
  },

  'a new plan begins at the moment of the change, other settings leave the schedule alone': async (open) => {
    const { channels } = await open();
    await channels.configure({ ref, settings }, 7_000);
    await channels.change(ref, { ...settings, maxStories: 3 }, auditOf('settings', { atMs: 8_000 }));
    expect((await channels.list())[0]?.lastSlotMs).toBe(7_000);

    const plan = { kind: 'weekly', day: 1, time: 60 } as const;
    await channels.change(ref, { ...settings, plan }, auditOf('settings', { atMs: 9_000 }));
    expect((await channels.list())[0]?.lastSlotMs).toBe(9_000);
  },

  'a command sets up a channel that was not configured, and the log says so': async (open) => {
    const { audit, channels } = await open();
    await channels.change(ref, settings, auditOf('settings'));

    expect(await channels.list()).toMatchObject([{ ref, settings, setUpAtMs: 7_500, lastSlotMs: 7_500 }]);
    expect(await audit.list(workspace)).toEqual([auditOf('settings')]);
  },

  "a workspace's log is its own, newest first": async (open) => {
    const { audit, channels } = await open();
    await channels.change(ref, settings, auditOf('first'));
    await channels.change(ref, settings, auditOf('second'));
    const foreign = { platform: 'discord', workspaceId: 'G1' } as const;
    await channels.change({ ...foreign, channelId: '1' }, settings, auditOf('other', foreign));

    expect((await audit.list(workspace)).map(({ command }) => command)).toEqual(['second', 'first']);
    expect((await audit.list({ ...workspace, limit: 1 })).map(({ command }) => command)).toEqual(['second']);
    expect(await audit.list({ ...foreign, limit: 10 })).toEqual([auditOf('other', foreign)]);
  },
};
