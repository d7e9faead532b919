import type { CommandDefinition } from '../../src/domain/command.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import type { Log } from '../../src/ports/log.ts';
import type { AskApi } from './ask-api.ts';
import { discordFailure } from './discord-errors.ts';
import { registrationsOf } from './render-commands.ts';
import { sameRegistrations } from './same-registrations.ts';

export interface Registrar {
  readonly ask: AskApi;
  readonly wait: Wait;
  readonly log: Log;
  readonly applicationId: string;
  /** Where commands are tried out: there they change at once, and only there. `null` for everywhere. */
  readonly guildId: string | null;
  /** The servers that the bot is in; `null` where this process does not know all of them. */
  readonly guildIds: () => readonly string[] | null;
}

const firstPauseMs = 30_000;
const longestPauseMs = 3_600_000;
/** A bot whose commands are tried out is in few servers; each is looked at by itself. */
const mostGuilds = 10;

/**
 * Makes Discord's commands those of the table, where they are others: Discord counts creations to 200 a day. Those that
 * stand elsewhere, from before `guildId` was set or taken away, are removed: they would show twice, and be out of date. Tries again with
 * growing pauses until it is done or stopped; the bot answers meanwhile. Rejects never.
 */
export async function registerCommands(
  definitions: readonly CommandDefinition[],
  registrar: Registrar,
  stopping: AbortSignal,
): Promise<void> {
  for (let pauseMs = firstPauseMs; !stopping.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      await register(definitions, registrar);
      for (const scope of otherScopes(registrar)) await empty(scope, registrar);
      return;
    } catch (error) {
      const { problem } = discordFailure(error);
      registrar.log.error('Discord commands could not be registered and are tried again', {
        problem,
        pauseMs,
      });
    }
    await registrar.wait(pauseMs, stopping).catch(() => {});
  }
}

function otherScopes({ guildId, guildIds }: Registrar): readonly (string | null)[] {
  return guildId === null ? (guildIds() ?? []).slice(0, mostGuilds) : [null];
}

async function register(
  definitions: readonly CommandDefinition[],
  { ask, log, applicationId, guildId }: Registrar,
): Promise<void> {
  const wanted = registrationsOf(definitions);
  const present = await ask.commands(applicationId, guildId);
  if (sameRegistrations(wanted, present)) return;
  await ask.putCommands(applicationId, guildId, wanted);
  log.info('Discord commands were registered', { commands: wanted.length, guildId });
}

async function empty(scope: string | null, { ask, log, applicationId }: Registrar): Promise<void> {
  try {
    const present = await ask.commands(applicationId, scope);
    if (present.length === 0) return;
    await ask.putCommands(applicationId, scope, []);
    log.info('Discord commands of another scope were removed', { commands: present.length, guildId: scope });
  } catch (error) {
    const failure = discordFailure(error);
    // A server in which the bot may have no commands has none.
    if (failure.kind !== 'refused') throw error;
    log.info('Discord does not show the commands of a scope', { problem: failure.problem, guildId: scope });
  }
}
