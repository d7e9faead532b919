import type { ChannelSettings } from '../domain/channel.ts';
import type { Config } from '../domain/config.ts';

/** What the configuration says of the console's channel; the rest is set by command. */
export function channelSettingsOf({ digest }: Pick<Config, 'digest'>): ChannelSettings {
  return {
    plan: { kind: 'cron', cron: digest.cron },
    zone: digest.zone,
    quiet: null,
    style: digest.style,
    maxStories: digest.maxStories,
    threshold: digest.threshold,
    needsApproval: false,
    mentions: [],
    isPaused: false,
  };
}

/** Of a channel that is set up by command: a digest every morning, all else as the console's. */
export function firstSettingsOf(config: Pick<Config, 'digest'>): ChannelSettings {
  return { ...channelSettingsOf(config), plan: { kind: 'times', weekday: [8 * 60], weekend: [8 * 60] } };
}
