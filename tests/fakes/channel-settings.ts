import type { ChannelSettings } from '../../src/domain/channel.ts';

/** Of a channel that a test sets up. */
export const channelSettings: ChannelSettings = {
  plan: { kind: 'realtime' },
  zone: 'Europe/Berlin',
  quiet: null,
  style: 'full',
  maxStories: 5,
  threshold: 0.5,
  needsApproval: false,
  mentions: [],
  isPaused: false,
  language: 'en',
};
