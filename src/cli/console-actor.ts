import { consoleChannel } from '../assemble/console-channel.ts';
import type { Actor } from '../domain/command.ts';
import type { Platform } from '../domain/delivery.ts';
import { UsageError } from './usage-error.ts';

/** Whoever may start the program may do everything: on the command line the actor is the admin of a workspace. */
export const consoleActor: Actor = {
  ...consoleChannel,
  personId: 'operator',
  isAdmin: true,
  admins: 'the operator',
  conversationId: null,
  language: 'en',
};

const platforms: readonly Platform[] = ['slack', 'discord'];

/** The admin of `--workspace`: `console`, or a platform and its own id as `slack:T012AB`. Throws a `UsageError`. */
export function actorOf(workspace: string): Actor {
  if (workspace === consoleActor.workspaceId) return consoleActor;
  const [name, workspaceId, ...rest] = workspace.split(':');
  const platform = platforms.find((candidate) => candidate === name);
  if (platform && workspaceId && rest.length === 0)
    return { ...consoleActor, platform, workspaceId, channelId: null };
  throw new UsageError(
    `"${workspace}" is no workspace. Write console, slack:TEAM or discord:GUILD after --workspace.`,
  );
}
