import type { Channel, ChannelSettings } from '../../../src/domain/channel.ts';

/** A channel with a digest at eight every morning in UTC, but for what is said. */
export function sampleChannel(settings: Partial<ChannelSettings>, lastSlotMs: number): Channel {
  return {
    ref: { platform: 'console', workspaceId: 'console', channelId: 'terminal' },
    settings: {
      plan: { kind: 'times', weekday: [480], weekend: [480] },
      zone: 'UTC',
      quiet: null,
      style: 'short',
      maxStories: 8,
      threshold: 0,
      needsApproval: false,
      mentions: [],
      isPaused: false,
      language: 'en',
      ...settings,
    },
    setUpAtMs: lastSlotMs,
    toldUpTo: 0,
    lastSlotMs,
    silenceToldAtMs: null,
    lastPostedAtMs: null,
  };
}
