import { hasPermission } from '../permission-bits.ts';
import { permissionsIn } from '../permissions.ts';
import type { FakeCommand, Json } from '../records.ts';
import { jsonsOf, listOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';

/** The command as the person sees it, or an error that says why the person sees none. */
export function findCommand(world: World, acting: Acting, type: number, name: string): FakeCommand {
  const scopes = [...(acting.guild ? [acting.guild.id] : []), null];
  const command = scopes
    .flatMap((scope) => world.commands.of(scope))
    .find((each) => each.type === type && each.name === name);
  if (!command) throw new Error(`No command "${name}" of type ${type} is registered here.`);
  const contexts = listOf(command.body['contexts']);
  if (contexts.length && !contexts.includes(acting.guild ? 0 : 1))
    throw new Error(`The command "${name}" is not for this kind of place.`);
  if (!mayUse(world, acting, command))
    throw new Error(`${acting.userId} does not see "${name}": default_member_permissions.`);
  return command;
}

function mayUse(world: World, { guild, userId, channelId }: Acting, command: FakeCommand): boolean {
  const needed = command.body['default_member_permissions'];
  if (!guild || needed === undefined || needed === null) return true;
  const held = permissionsIn(world, guild, userId, channelId);
  if (hasPermission(held, 'Administrator')) return true;
  // "0" stands for administrators only.
  return BigInt(String(needed)) !== 0n && (held & BigInt(String(needed))) === BigInt(String(needed));
}

/** The options under the subcommand's words, and the words that were found. */
export function optionsUnder(command: FakeCommand, words: readonly string[]): readonly Json[] {
  let options = jsonsOf(command.body['options']);
  for (const word of words) {
    const found = options.find((option) => option['name'] === word && isSubcommand(option));
    if (!found) throw new Error(`The command "${command.name}" has no subcommand "${word}".`);
    options = jsonsOf(found['options']);
  }
  if (options.some(isSubcommand)) throw new Error(`The command "${command.name}" needs a subcommand.`);
  return options;
}

function isSubcommand(option: Json): boolean {
  return option['type'] === 1 || option['type'] === 2;
}
