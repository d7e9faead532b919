import type { ChannelSettings, DigestPlan } from '../domain/channel.ts';
import type { Config } from '../domain/config.ts';

/** What the configuration says of the console's channel; the rest is set by command. */
export function channelSettingsOf({ digest }: Pick<Config, 'digest'>): ChannelSettings {
  return {
    plan: planOf(digest.cron),
    zone: digest.zone,
    quiet: null,
    style: digest.style,
    maxStories: digest.maxStories,
    threshold: digest.threshold,
    needsApproval: false,
    mentions: [],
    isPaused: false,
    language: 'en',
  };
}

/** One time a day, every day or on weekdays, is a plan that people can read and that "digest schedule" can change in part. */
const plainCron = /^(?<minute>\d{1,2}) (?<hour>\d{1,2}) \* \* (?<days>\*|1-5)$/;

function planOf(cron: string): DigestPlan {
  const { minute, hour, days } = plainCron.exec(cron.trim().replaceAll(/\s+/g, ' '))?.groups ?? {};
  if (minute === undefined || hour === undefined) return { kind: 'cron', cron };
  const times = [Number(hour) * 60 + Number(minute)];
  return { kind: 'times', weekday: times, weekend: days === '*' ? times : [] };
}

/** Of a channel that is set up by command: a digest every morning, all else as the console's. */
export function firstSettingsOf(config: Pick<Config, 'digest'>): ChannelSettings {
  return { ...channelSettingsOf(config), plan: { kind: 'times', weekday: [8 * 60], weekend: [8 * 60] } };
}
