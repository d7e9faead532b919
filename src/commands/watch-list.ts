import type { AnswerTable } from '../domain/command.ts';
import { dayMs } from '../domain/moment.ts';
import type { Watch, WatchHitRecord } from '../domain/watch.ts';
import type { Command } from './command.ts';
import { workspaceWatches } from './find-watch.ts';

const hitDays = 30;

export const watchListCommand: Command = {
  definition: {
    name: 'watch list',
    help: `Lists the watches, and how often each matched in the last ${hitDays} days.`,
    who: 'all',
    options: [],
  },
  async handle(_options, actor, services) {
    const watches = await workspaceWatches(actor, services);
    const sinceMs = services.clock.nowMs() - hitDays * dayMs;
    const hits = await services.watches.hits({ watchId: null, sinceMs });
    return { kind: 'table', table: listTable(watches, hits) };
  },
};

function listTable(watches: readonly Watch[], hits: readonly WatchHitRecord[]): AnswerTable {
  const hitsById = Map.groupBy(hits, ({ watchId }) => watchId);
  const hitsOf = ({ id }: Watch) => hitsById.get(id)?.length ?? 0;
  return {
    heading: 'Watches',
    columns: ['Id', 'Name', 'Query', 'Channel', 'Cadence', `Hits in ${hitDays} days`],
    rows: watches.map((watch) => [
      watch.id,
      watch.name,
      watch.query,
      watch.channel.channelId,
      watch.cadence,
      String(hitsOf(watch)),
    ]),
    notes: watches.length === 0 ? ['There is none yet; "watch add" makes one.'] : [],
    data: watches.map((watch) => ({ ...watch, hits: hitsOf(watch) })),
  };
}
