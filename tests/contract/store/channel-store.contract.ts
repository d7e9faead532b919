import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { owe, setUp, statesOf } from './owing.ts';
import { auditOf, channelOf, channelSettingsOf, decisionOf, messageOf, storyDecisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const settings = channelSettingsOf();
const inTokyo = channelSettingsOf({ zone: 'Asia/Tokyo' });

async function settingsIn(store: Store) {
  return (await store.channels.list())[0]?.settings;
}

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

  'every kind of setting comes back as it was given': async (open) => {
    const store = await open();
    const rich = channelSettingsOf({
      plan: { kind: 'weekly', day: 5, time: 16 * 60 + 30 },
      quiet: { from: 22 * 60, until: 7 * 60 },
      style: 'short',
      threshold: 0.25,
      needsApproval: true,
      mentions: [{ kind: 'person', id: 'U7' }],
      isPaused: true,
    });
    await store.channels.configure({ ref, settings: rich }, 7_000);

    expect(await settingsIn(store)).toEqual(rich);
  },

  'a changed configuration changes what it says, and not where the channel stands': async (open) => {
    const { articles, channels } = await open();
    await channels.configure({ ref, settings }, 7_000);
    await articles.keep(decisionOf('a'));
    await channels.configure({ ref, settings: channelSettingsOf({ maxStories: 3 }) }, 9_000);

    expect(await channels.list()).toMatchObject([
      { settings: { maxStories: 3 }, setUpAtMs: 7_000, toldUpTo: 0, lastSlotMs: 7_000 },
    ]);
  },

  'the same configuration once more leaves what a command set': async (open) => {
    const store = await open();
    await store.channels.configure({ ref, settings }, 7_000);
    await store.channels.change(ref, inTokyo, auditOf('digest schedule'));
    await store.channels.configure({ ref, settings: channelSettingsOf() }, 9_000);

    expect(await settingsIn(store)).toEqual(inTokyo);
  },

  'a configuration that changed wins in what it changed, and only there': async (open) => {
    const store = await open();
    await store.channels.configure({ ref, settings }, 7_000);
    await store.channels.change(ref, { ...inTokyo, maxStories: 9 }, auditOf('settings'));
    const changed = channelSettingsOf({ maxStories: 3 });
    await store.channels.configure({ ref, settings: changed }, 9_000);
    await store.channels.configure({ ref, settings: changed }, 9_500);

    expect(await settingsIn(store)).toEqual({ ...inTokyo, maxStories: 3 });
  },

  'a configuration that names a channel for the first time leaves what a command set': async (open) => {
    const store = await open();
    await store.channels.change(ref, inTokyo, auditOf('settings'));
    await store.channels.configure({ ref, settings }, 9_000);

    expect(await settingsIn(store)).toEqual(inTokyo);
  },

  'a command sets a channel up, with its cursor at what is kept': async (open) => {
    const { articles, channels } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await channels.change(ref, settings, auditOf('settings', { atMs: 8_000 }));

    expect(await channels.list()).toMatchObject([
      { ref, settings, setUpAtMs: 8_000, toldUpTo: 1, lastSlotMs: 8_000 },
    ]);
  },

  'a new plan begins when it was made': async (open) => {
    const { channels } = await open();
    const plan = { kind: 'weekly', day: 1, time: 480 } as const;
    await channels.configure({ ref, settings }, 7_000);
    await channels.change(ref, { ...settings, plan }, auditOf('digest schedule', { atMs: 8_000 }));

    expect(await channels.list()).toMatchObject([{ lastSlotMs: 8_000, setUpAtMs: 7_000 }]);
  },

  'channels are listed in the order in which they were set up': async (open) => {
    const { channels } = await open();
    await channels.configure({ ref: channelOf('C2'), settings }, 7_000);
    await channels.change(channelOf('C1'), settings, auditOf('settings', { atMs: 8_000 }));

    expect((await channels.list()).map((channel) => channel.ref.channelId)).toEqual(['C2', 'C1']);
  },

  'each change is in the audit log, newest first, and only for its workspace': async (open) => {
    const { audit, channels } = await open();
    const first = auditOf('settings', { before: '{"zone":"UTC"}', after: null });
    const second = auditOf('digest pause', { atMs: 7_600, personId: 'U2' });
    await channels.change(ref, settings, first);
    await channels.change(ref, inTokyo, second);
    await channels.change(
      { ...ref, workspaceId: 'T2' },
      settings,
      auditOf('settings', { workspaceId: 'T2' }),
    );
    await channels.change(ref, settings, auditOf('settings', { platform: 'console', workspaceId: 'T1' }));

    const filter = { platform: 'slack', workspaceId: 'T1' } as const;
    expect(await audit.list({ ...filter, limit: 10 })).toEqual([second, first]);
    expect(await audit.list({ ...filter, limit: 1 })).toEqual([second]);
  },

  'quiet hours that are switched off release what they held, and changed ones do not': async (open) => {
    const store = await open();
    await setUp(store);
    await owe(store, 'C1', [messageOf('night', null, { hold: { kind: 'quiet', untilMs: 90_000 } })]);
    const quiet = { from: 1_320, until: 480 };
    await store.channels.change(ref, channelSettingsOf({ quiet }), auditOf('settings', { atMs: 20_000 }));
    await store.deliveries.release(20_000);
    expect(await statesOf(store)).toEqual({ night: 'held' });

    await store.channels.change(ref, channelSettingsOf(), auditOf('settings', { atMs: 30_000 }));
    await store.deliveries.release(30_000);

    expect(await statesOf(store)).toEqual({ night: 'owed' });
  },

  'a change that rests on settings that somebody else changed is refused': async (open) => {
    const store = await open();
    await setUp(store);
    const before = JSON.stringify(settings);
    await store.channels.change(ref, inTokyo, auditOf('settings', { before }));

    await expect(store.channels.change(ref, settings, auditOf('settings', { before }))).rejects.toThrow(
      'changed these settings meanwhile',
    );
    expect(await settingsIn(store)).toEqual(inTokyo);
  },
};
