import type { Actor, CommandAnswer, CommandDefinition } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { Desk } from './desk.ts';
import { channelOptionOf } from './form-options.ts';
import { missingPermissions } from './permissions.ts';
import type { ChosenChannel, Interaction } from './read-interaction.ts';

/** Runs a command for somebody, unless the bot cannot do in a channel what the command is for. */
export async function runCommand(
  input: CommandInput,
  places: Pick<Interaction, 'channels' | 'here'>,
  actor: Actor,
  { chat }: Pick<Desk, 'chat'>,
): Promise<CommandAnswer> {
  const definition = chat.definitions.find(({ name }) => name === input.name);
  const problem = definition ? channelProblem(definition, input, places) : null;
  return problem === null ? chat.run(input, actor) : { kind: 'refused', problem };
}

/**
 * Why a command is refused before it is run: it sets up a channel in which the bot cannot post, a chosen one, or the one
 * that it is given in where none is. `null` when nothing speaks against it. Commands that are for everyone post nothing
 * there.
 */
export function channelProblem(
  definition: CommandDefinition,
  input: CommandInput,
  { channels, here }: Pick<Interaction, 'channels' | 'here'>,
): string | null {
  if (definition.who !== 'admins') return null;
  const chosen = definition.options.flatMap(({ name, completes }) =>
    completes === 'channel' ? channels.filter(({ id }) => id === input.options[name]) : [],
  );
  const meant = here && isAboutHere(definition, input) ? [...chosen, here] : chosen;
  for (const { name, botPermissions } of meant) {
    const missing = botPermissions === null ? [] : missingPermissions(botPermissions);
    if (missing.length > 0) return problemIn(name, missing);
  }
  return null;
}

/** A watch has a channel of its own: what is changed in it concerns no other. */
function isAboutHere(definition: CommandDefinition, { options }: CommandInput): boolean {
  const channel = channelOptionOf(definition);
  const hasOwn = definition.options.some(({ completes }) => completes === 'watch');
  return channel !== null && !options[channel.name] && !hasOwn;
}

function problemIn(name: ChosenChannel['name'], missing: readonly string[]): string {
  return `I cannot post in #${name}: I lack ${missing.join(', ')} there. Give my role that in the channel's settings under Permissions, then try again.`;
}
