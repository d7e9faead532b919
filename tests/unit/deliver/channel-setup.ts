import type { Channel, ChannelSettings } from '../../../src/domain/channel.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';

/** The console's channel with a digest at eight every morning. */
export const setup: { readonly ref: ChannelRef; readonly settings: ChannelSettings } = {
  ref: { platform: 'console', workspaceId: 'console', channelId: 'terminal' },
  settings: {
    plan: { kind: 'times', weekday: [8 * 60], weekend: [8 * 60] },
    zone: 'UTC',
    quiet: null,
    style: 'full',
    maxStories: 8,
    threshold: 0,
    needsApproval: false,
    mentions: [],
    isPaused: false,
    language: 'en',
  },
};

/** From ten in the evening until six in the morning. */
export const nightHours = { from: 22 * 60, until: 6 * 60 };

/** The channel as the store hands it out, set up at `setUpAtMs` and told nothing yet. */
export function channelWith(settings: Partial<ChannelSettings>, setUpAtMs: number): Channel {
  return {
    ref: setup.ref,
    settings: { ...setup.settings, ...settings },
    setUpAtMs,
    toldUpTo: 0,
    lastSlotMs: setUpAtMs,
    silenceToldAtMs: null,
    lastPostedAtMs: null,
  };
}
