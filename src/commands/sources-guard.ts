import { operatorId } from '../domain/audit.ts';
import type { Actor } from '../domain/command.ts';
import type { Platform } from '../domain/delivery.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';

const platforms: readonly Platform[] = ['slack', 'discord'];

/**
 * The sentence that refuses to change sources where the bot serves more than one workspace; `null` where it serves one.
 * A workspace's own sources should be seen by it alone, and a verdict is made against everything that is known: as long
 * as verdicts and stories are common to all, whoever adds or pauses a source changes what the others are told.
 * The operator may still take back what was done while there was one workspace: a source would stay paused for good.
 */
export async function refusalWhereShared(
  command: string,
  actor: Actor,
  services: Pick<CommandServices, 'channels' | 'installations'>,
  { takesBack }: { readonly takesBack: boolean },
): Promise<string | null> {
  if (takesBack && actor.personId === operatorId) return null;
  const count = await countWorkspaces(actor, services);
  if (count < 2) return null;
  return (
    `"${command}" is not possible here: this bot serves ${count} workspaces, and what it knows is shared by all of ` +
    'them, so one would change what the others are told. The operator adds and removes sources in the configuration.'
  );
}

/** Those that have a channel set up or installed the bot, and the one that asks; the console is none. */
async function countWorkspaces(
  actor: Actor,
  { channels, installations }: Pick<CommandServices, 'channels' | 'installations'>,
): Promise<number> {
  const installed = await Promise.all(platforms.map((platform) => installations.list(platform)));
  const served: readonly Workspace[] = [
    actor,
    ...(await channels.list()).map(({ ref }) => ref),
    ...installed.flat().map(({ workspace }) => workspace),
  ];
  const keys = served
    .filter(({ platform }) => platform !== 'console')
    .map(({ platform, workspaceId }) => JSON.stringify([platform, workspaceId]));
  return new Set(keys).size;
}
