import type { CommandDefinition, CommandOption } from '../../src/domain/command.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { postableChannelTypes } from './channel-types.ts';
import { discordLimits } from './limits.ts';

/** https://docs.discord.com/developers/interactions/application-commands */
const commandType = { chatInput: 1, message: 3 } as const;
const optionType = { subcommand: 1, string: 3, boolean: 5, channel: 7 } as const;
/** Servers only: whoever asks elsewhere belongs to no workspace. */
const inServers = 0;
/** Manage Server (1 << 5). A server's own settings may open the command to other roles; the runner checks again. */
const adminPermissions = String(1n << 5n);

/** Compares the message that it is used on, as the command `compare` does. */
export const compareMenuName = 'Compare with what we know';

type Json = Readonly<Record<string, unknown>>;

/**
 * What is registered for a command table: one command for each first word, with subcommands where its name has two, and
 * the menu of a message. The same table gives the same registrations, so that they can be compared with those that Discord
 * has.
 */
export function registrationsOf(definitions: readonly CommandDefinition[]): readonly Json[] {
  const groups = Map.groupBy(definitions, ({ name }) => name.split(' ', 1)[0] ?? '');
  const menu = { type: commandType.message, name: compareMenuName, ...where };
  return [...[...groups].map(([name, members]) => commandOf(name, members)), menu];
}

const where = { contexts: [inServers], integration_types: [0] };

function commandOf(name: string, members: readonly CommandDefinition[]): Json {
  const isForAdmins = members.every(({ who }) => who === 'admins');
  const [only, ...others] = members;
  const isPlain = only?.name === name && others.length === 0;
  return {
    type: commandType.chatInput,
    name,
    description: isPlain ? helpText(only.help) : groupHelp(members),
    options: isPlain ? optionsOf(only) : members.map((member) => subcommandOf(name, member)),
    default_member_permissions: isForAdmins ? adminPermissions : null,
    ...where,
  };
}

/** A command that stands beside subcommands of its name becomes one of them: Discord cannot run it by itself. */
function subcommandOf(group: string, definition: CommandDefinition): Json {
  const name = definition.name === group ? group : definition.name.slice(group.length + 1);
  return {
    type: optionType.subcommand,
    name,
    description: helpText(definition.help),
    options: optionsOf(definition),
  };
}

/** The subcommands by name: what each does, it says itself. */
function groupHelp(members: readonly CommandDefinition[]): string {
  const names = members.map(({ name }) => name.split(' ').at(-1) ?? name);
  const text = names.join(', ');
  return helpText(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

function optionsOf({ options }: CommandDefinition): readonly Json[] {
  return options
    .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
    .slice(0, discordLimits.commandOptions)
    .map(optionOf);
}

function optionOf(option: CommandOption): Json {
  return {
    ...typeOf(option),
    name: option.name,
    description: helpText(option.help),
    required: option.isRequired,
  };
}

function typeOf({ isFlag, choices, completes }: CommandOption): Json {
  if (isFlag) return { type: optionType.boolean };
  if (completes === 'channel') return { type: optionType.channel, channel_types: postableChannelTypes };
  if (choices.length > 0 && choices.length <= discordLimits.commandChoices)
    return { type: optionType.string, choices: choices.map((value) => ({ name: value, value })) };
  return { type: optionType.string, ...(completes !== null && { autocomplete: true }) };
}

function helpText(help: string): string {
  return shortened(readableLine(help), discordLimits.commandHelpChars);
}
