import type { Actor } from '../domain/command.ts';
import type { Watch } from '../domain/watch.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';
import { ok, type Reading, refused } from './reading.ts';

const mostNamed = 10;

/** The watches of the actor's workspace. */
export async function workspaceWatches(
  actor: Actor,
  { watches }: Pick<CommandServices, 'watches'>,
): Promise<readonly Watch[]> {
  return (await watches.list()).filter(({ channel }) => isOfWorkspace(channel, actor));
}

/** The watch with this id or name. */
export async function findWatch(
  words: string,
  actor: Actor,
  services: Pick<CommandServices, 'watches'>,
): Promise<Reading<Watch>> {
  const own = await workspaceWatches(actor, services);
  const wanted = words.trim().toLowerCase();
  const found =
    own.find(({ id }) => id.toLowerCase() === wanted) ??
    own.find(({ name }) => name.toLowerCase() === wanted);
  return found ? ok(found) : refused(`There is no watch "${words.trim()}". ${listed(own)}`);
}

function listed(own: readonly Watch[]): string {
  if (own.length === 0) return 'No watch was made yet; "watch add" makes one.';
  const names = own.slice(0, mostNamed).map(({ id, name }) => `${id} (${name})`);
  const more = own.length > mostNamed ? ' "watch list" shows them all.' : '';
  return `There is ${names.join(', ')}.${more}`;
}
