import type { CommandOption } from '../domain/command.ts';

type Extras = Partial<Pick<CommandOption, 'choices' | 'completes'>>;

const plain = { choices: [], isFlag: false, completes: null };

export function required(name: string, help: string, extras: Extras = {}): CommandOption {
  return { ...plain, ...extras, name, help, isRequired: true };
}

export function optional(name: string, help: string, extras: Extras = {}): CommandOption {
  return { ...plain, ...extras, name, help, isRequired: false };
}

/** Given or not, without a value. */
export function flag(name: string, help: string): CommandOption {
  return { ...plain, name, help, isRequired: false, isFlag: true };
}

/** The channel that a command is about. */
export const channelOption = optional('channel', 'Which channel; the one you are in without it.', {
  completes: 'channel',
});
