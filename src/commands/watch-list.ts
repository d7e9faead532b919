import type { MessageAction } from '../domain/action.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { Actor, AnswerTable } from '../domain/command.ts';
import { dayMs } from '../domain/moment.ts';
import type { Watch, WatchHitRecord } from '../domain/watch.ts';
import { type NameOf, namesOf } from './channel-names.ts';
import type { Command } from './command.ts';
import { seenWatches } from './find-watch.ts';
import { optional } from './option.ts';
import { shortTable } from './shorten-table.ts';
import { targetChannel } from './target-channel.ts';

const hitDays = 30;
const narrowing = 'Narrow it down with channel.';

export const watchListCommand: Command = {
  definition: {
    name: 'watch list',
    help: `Lists the watches, and how often each matched in the last ${hitDays} days.`,
    who: 'all',
    options: [
      optional('channel', 'Only those of this channel; of all channels without it.', {
        completes: 'channel',
      }),
    ],
  },
  async handle({ channel: words }, actor, services) {
    const target = words ? await targetChannel(words, actor, services) : null;
    if (target?.kind === 'refused') return target;
    const only = target && channelKey(target.value.ref);
    const { items, notes } = await seenWatches(actor, services);
    const watches = items.filter(({ channel }) => only === null || channelKey(channel) === only);
    const sinceMs = services.clock.nowMs() - hitDays * dayMs;
    const hits = await services.watches.hits({ watchId: null, sinceMs });
    const channels = watches.map(({ channel }) => channel);
    const nameOf = await namesOf(channels, services);
    const table = { ...listTable(watches, hits, nameOf), rowActions: rowActions(watches, actor) };
    return { kind: 'table', table: shortTable({ ...table, notes: [...table.notes, ...notes] }, narrowing) };
  },
};

function listTable(watches: readonly Watch[], hits: readonly WatchHitRecord[], nameOf: NameOf): AnswerTable {
  const hitsById = Map.groupBy(hits, ({ watchId }) => watchId);
  const hitsOf = ({ id }: Watch) => hitsById.get(id)?.length ?? 0;
  return {
    heading: 'Watches',
    columns: ['Id', 'Name', 'Query', 'Channel', 'Cadence', `Hits in ${hitDays} days`],
    rows: watches.map((watch) => [
      watch.id,
      watch.name,
      watch.query,
      nameOf(watch.channel),
      watch.cadence,
      String(hitsOf(watch)),
    ]),
    notes: watches.length === 0 ? ['There is none yet; "watch add" makes one.'] : [],
    data: watches.map((watch) => ({ ...watch, hits: hitsOf(watch) })),
  };
}

function rowActions(watches: readonly Watch[], actor: Actor) {
  return watches.map(({ id }) => actionsOfWatch(id, actor));
}

/** Everybody may test a watch on an article; admins may also change it. */
function actionsOfWatch(watchId: string, { isAdmin }: Actor): readonly MessageAction[] {
  const options = { watch: watchId };
  const test: MessageAction = {
    ...{ label: 'test', how: 'form', tone: 'plain' },
    input: { name: 'watch test', options },
  };
  if (!isAdmin) return [test];
  return [
    { label: 'edit', how: 'form', input: { name: 'watch edit', options }, tone: 'plain' },
    test,
    { label: 'remove', how: 'run', input: { name: 'watch remove', options }, tone: 'danger' },
  ];
}
