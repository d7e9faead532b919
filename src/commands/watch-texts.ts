import type { Watch } from '../domain/watch.ts';
import { mentionsText } from './read-mentions.ts';

/** Each property by the name of its option, as the option accepts it. `watch` is the watch itself. */
export function watchTexts(watch: Watch): Readonly<Record<string, string>> {
  return { watch: watch.id, ...watchPropertyTexts(watch) };
}

/** Those that can be changed. */
export function watchPropertyTexts(watch: Watch): Readonly<Record<string, string>> {
  return {
    name: watch.name,
    query: watch.query,
    channel: watch.channel.channelId,
    cadence: watch.cadence,
    mention: mentionsText(watch.mentions),
    threshold: String(watch.threshold),
    approval: watch.needsApproval ? 'on' : 'off',
    critical: watch.isCritical ? 'on' : 'off',
  };
}
