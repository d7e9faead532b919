import type { CommandDefinition, CommandOption } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { FormState } from './form-state.ts';

type Options = CommandInput['options'];

/** What a page of a form says. */
export interface ReadPage {
  readonly options: Options;
  /** Names of the options that had a value, were emptied, and stay as they are. */
  readonly unchanged: readonly string[];
}

/** The option for the channel that a command is about; `null` for a command without one. */
export function channelOptionOf({ options }: CommandDefinition): CommandOption | null {
  return options.find((option) => option.completes === 'channel' && clearingWord(option) === null) ?? null;
}

/** What says that there is to be nothing, where an option's help offers such a word: `none`, `off`. */
export function clearingWord({ help }: CommandOption): string | null {
  return /\bor (?<word>none|off)\b/.exec(help)?.groups?.['word'] ?? null;
}

/**
 * What was written on a page, and of what was emptied there: it becomes the word that clears it, where there is one, and
 * else stays as it is. A flag without a value is off.
 */
export function readPage(
  page: readonly CommandOption[],
  written: Options,
  { values, given }: Pick<FormState, 'values' | 'given'>,
): ReadPage {
  const emptied = page.filter(({ name, isFlag }) => values[name] && !written[name] && !isFlag);
  const cleared = emptied.flatMap((option) => {
    const word = clearingWord(option);
    if (word !== null) return [[option.name, word] as const];
    // Without a channel a command would be about the one in which the form is sent.
    return option.completes === 'channel' ? [[option.name, values[option.name] ?? ''] as const] : [];
  });
  const unchanged = emptied.filter((option) => clearingWord(option) === null && !given[option.name]);
  return {
    options: { ...written, ...Object.fromEntries(cleared) },
    unchanged: unchanged.map(({ name }) => name),
  };
}

/**
 * The options that a form comes to: what was written, and on pages that nobody saw what stands there. A form that was filled
 * from one channel and sent for another changes in that one only what somebody wrote: the first one's values are not its.
 */
export function filledOptions(
  { values, filled, given }: FormState,
  unseen: readonly CommandOption[],
  definition: CommandDefinition,
): Options {
  const kept = unseen.flatMap(({ name }) => (values[name] ? [[name, values[name]] as const] : []));
  const all: Options = { ...Object.fromEntries(kept), ...filled };
  const channel = channelOptionOf(definition);
  const from = channel && values[channel.name];
  if (!channel || !from || all[channel.name] === from) return all;
  return writtenOptions(all, { values, given }, definition);
}

/** Without the values that the form was filled with by itself. Required options and the channel stay. */
export function writtenOptions(
  options: Options,
  { values, given }: Pick<FormState, 'values' | 'given'>,
  definition: CommandDefinition,
): Options {
  const needed = definition.options.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const stays = new Set([...needed, channelOptionOf(definition)?.name]);
  const written = Object.entries(options).filter(
    ([name, value]) => stays.has(name) || given[name] !== undefined || value !== values[name],
  );
  return Object.fromEntries(written);
}
