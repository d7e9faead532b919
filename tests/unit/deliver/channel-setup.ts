import type { ChannelSetup } from '../../../src/ports/digest-store.ts';

/** The console's channel with a digest at eight every morning. */
export const setup: ChannelSetup = {
  ref: { platform: 'console', workspaceId: 'console', channelId: 'terminal' },
  digestCron: '0 8 * * *',
  zone: 'UTC',
  maxStories: 8,
};
