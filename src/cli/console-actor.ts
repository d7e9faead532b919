import type { Actor } from '../domain/command.ts';

/** Whoever may start the program may do everything: on the command line the actor is the admin of the console's workspace. */
export const consoleActor: Actor = {
  platform: 'console',
  workspaceId: 'console',
  personId: 'operator',
  isAdmin: true,
};
