import type { CommandOption } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { visibleText } from '../domain/text/plain-text.ts';
import type { Watch } from '../domain/watch.ts';
import type { WatchWish } from '../watch/define-watch.ts';
import { channelOption, optional } from './option.ts';
import { readMentions } from './read-mentions.ts';
import { readThreshold } from './read-threshold.ts';
import { ok, type Reading } from './reading.ts';

const onOff = { choices: ['on', 'off'] };

/** What a watch has beside its query. */
export const watchOptions: readonly CommandOption[] = [
  optional('name', 'Its name; the query without it.'),
  channelOption,
  optional('cadence', 'realtime: an alert at once; digest: with the digest of the channel.', {
    choices: ['realtime', 'digest'],
  }),
  optional('mention', 'Who is called to an alert: person:U1,role:R2, or none.'),
  optional('threshold', 'Relevance that an article needs, 0 to 1.'),
  optional('approval', 'on: alerts wait until an admin approves them.', onOff),
  optional('critical', 'on: alerts come in quiet hours too.', onOff),
];

const newWatch: Omit<WatchWish, 'query' | 'channel'> = {
  name: null,
  cadence: 'realtime',
  mentions: [],
  threshold: 0,
  needsApproval: false,
  isCritical: false,
};

/**
 * The wish that these options make of a watch, or of a new one. What is not given stays. A query is kept as it can be read:
 * what nobody sees in it would match what nobody means.
 */
export function readWatchWish(
  options: Readonly<Record<string, string>>,
  present: Watch | null,
  channel: ChannelRef,
): Reading<WatchWish> {
  const before = present ?? newWatch;
  const { query, name, cadence, mention, threshold, approval, critical } = options;
  const mentions = mention ? readMentions(mention, channel) : ok(before.mentions);
  if (mentions.kind === 'refused') return mentions;
  const relevance = threshold ? readThreshold(threshold) : ok(before.threshold);
  if (relevance.kind === 'refused') return relevance;
  return ok({
    query: query ? visibleText(query) : (present?.query ?? ''),
    name: name || keptName(present, query),
    channel,
    cadence: cadence === 'realtime' || cadence === 'digest' ? cadence : before.cadence,
    mentions: mentions.value,
    threshold: relevance.value,
    needsApproval: approval ? approval === 'on' : before.needsApproval,
    isCritical: critical ? critical === 'on' : before.isCritical,
  });
}

/** A watch that was named by its query is named by the new one; a name that was given stays. */
function keptName(present: Watch | null, newQuery: string | undefined): string | null {
  if (!present) return null;
  const isNamedByQuery = present.query.startsWith(present.name.replace(/…$/, ''));
  return newQuery && isNamedByQuery ? null : present.name;
}
