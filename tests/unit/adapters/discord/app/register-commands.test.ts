import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import type { AskApi } from '../../../../../adapters/discord/ask-api.ts';
import { registerCommands } from '../../../../../adapters/discord/register-commands.ts';
import { HeldWaits } from '../../../../fakes/held-waits.ts';
import { RecordingLog } from '../../../../fakes/recording-log.ts';
import { scriptedDefinitions } from '../../../../fakes/scripted-commands.ts';

/** Discord's scopes: '' is everywhere. */
class Scopes {
  readonly of = new Map<string, readonly unknown[]>();
  readonly closed = new Set<string>();
  writes = 0;

  readonly ask = {
    commands: async (_: string, guildId: string | null) => {
      const body = { code: 50_001, message: 'Missing Access' };
      if (this.closed.has(guildId ?? '')) throw new DiscordAPIError(body, 50_001, 403, 'GET', '/', {});
      return this.of.get(guildId ?? '') ?? [];
    },
    putCommands: async (_: string, guildId: string | null, commands: readonly unknown[]) => {
      this.writes += 1;
      this.of.set(guildId ?? '', commands);
    },
  } as unknown as AskApi;

  sizes(): readonly (readonly [string, boolean])[] {
    return [...this.of].map(([scope, commands]) => [scope, commands.length > 0] as const);
  }
}

function register(scopes: Scopes, guildId: string | null): Promise<void> {
  const { wait } = new HeldWaits();
  const guildIds = () => ['g1', 'g2'];
  const log = new RecordingLog();
  const registrar = { ask: scopes.ask, wait, log, applicationId: '1', guildId, guildIds };
  return registerCommands(scriptedDefinitions, registrar, new AbortController().signal);
}

test('commands that are tried out in a server do not stand everywhere too', async () => {
  const scopes = new Scopes();
  await register(scopes, null);

  await register(scopes, 'g2');

  expect(scopes.sizes()).toEqual([
    ['', false],
    ['g2', true],
  ]);
});

test('commands that were tried out do not stay in the server when they stand everywhere', async () => {
  const scopes = new Scopes();
  await register(scopes, 'g2');

  await register(scopes, null);

  expect(Object.fromEntries(scopes.sizes())).toEqual({ '': true, g2: false });
});

test('what stands as it should is written once, and nothing that is empty is emptied', async () => {
  const scopes = new Scopes();

  await register(scopes, null);
  await register(scopes, null);

  expect(scopes.writes).toBe(1);
});

test('a server that shows no commands keeps none from being registered', async () => {
  const scopes = new Scopes();
  scopes.closed.add('g1');
  await register(scopes, 'g2');

  await register(scopes, null);

  expect(Object.fromEntries(scopes.sizes())).toEqual({ '': true, g2: false });
});
