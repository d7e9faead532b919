import type { Actor } from '../domain/command.ts';
import type { Watch } from '../domain/watch.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';
import { ok, type Reading, refused } from './reading.ts';
import { onlySeen, type Seen } from './see-channels.ts';

const mostNamed = 10;

type Watches = Pick<CommandServices, 'watches' | 'directory'>;

/** The watches of the actor's workspace in channels that the actor sees. */
export async function seenWatches(actor: Actor, services: Watches): Promise<Seen<Watch>> {
  const all = await services.watches.list();
  return onlySeen(
    all.filter(({ channel }) => isOfWorkspace(channel, actor)),
    actor,
    services,
  );
}

/** The watch with this id or name. */
export async function findWatch(words: string, actor: Actor, services: Watches): Promise<Reading<Watch>> {
  const { items: own, notes } = await seenWatches(actor, services);
  const wanted = words.trim().toLowerCase();
  const found =
    own.find(({ id }) => id.toLowerCase() === wanted) ??
    own.find(({ name }) => name.toLowerCase() === wanted);
  if (found) return ok(found);
  return refused([`There is no watch "${words.trim()}".`, listed(own), ...notes].join(' '));
}

function listed(own: readonly Watch[]): string {
  if (own.length === 0) return 'No watch was made yet; "watch add" makes one.';
  const names = own.slice(0, mostNamed).map(({ id, name }) => `${id} (${name})`);
  const more = own.length > mostNamed ? ' "watch list" shows them all.' : '';
  return `There is ${names.join(', ')}.${more}`;
}
