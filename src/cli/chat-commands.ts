import { Option, type Command as Program } from 'commander';
import { commandDefinitions } from '../commands/create-command-runner.ts';
import type { Actor, CommandDefinition, CommandOption } from '../domain/command.ts';
import { askBatch } from './ask-batch.ts';
import { compareFiles } from './compare-files.ts';
import { type GlobalOptions, quietLog, requireConfig, withAssembly } from './session.ts';
import { showAnswer } from './show-answer.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What stands before every command, as it was read. */
interface Globals {
  readonly options: GlobalOptions;
  readonly terminal: Terminal;
  readonly actor: Actor;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What the command line adds to a chat command: its options, and what is done when one of them is given. */
interface Extension {
  readonly options: readonly (readonly [flags: string, help: string])[];
  readonly run: (values: Values, globals: Globals) => Promise<boolean>;
}

const extensions: Readonly<Record<string, Extension>> = {
  ask: {
    options: [['--batch <file>', 'answer the questions of a JSON Lines file, one JSON object a line']],
    async run({ batch }, { options, terminal, actor }) {
      if (typeof batch !== 'string') return false;
      await withAssembly(requireConfig(options), terminal, quietLog, (assembly) =>
        askBatch(batch, assembly, actor, terminal),
      );
      return true;
    },
  },
  compare: {
    options: [
      ['--file <file>', 'judge the articles of a JSON Lines file'],
      ['--against <file>', 'against just the articles of this one'],
    ],
    async run({ file, against }, { options, terminal }) {
      if (file === undefined && against === undefined) return false;
      if (typeof file !== 'string' || typeof against !== 'string') {
        throw new UsageError(
          '--file and --against go together: write compare --file NEW.jsonl --against KNOWN.jsonl.',
        );
      }
      compareFiles({ file, against }, requireConfig(options).topic, terminal);
      return true;
    },
  },
};

/** Adds the commands of the table, so that a command that chat has, the command line has too. */
export function addChatCommands(program: Program, globals: () => Globals): void {
  for (const definition of commandDefinitions) {
    if (definition.name === 'help') continue;
    addCommand(program, definition, globals);
  }
}

function addCommand(program: Program, definition: CommandDefinition, globals: () => Globals): void {
  const command = commandOf(program, definition.name).description(definition.help);
  const extension = extensions[definition.name];
  const subject = subjectOf(definition);
  if (subject) command.argument(extension ? `[${subject.name}]` : `<${subject.name}>`, subject.help);
  for (const option of definition.options) {
    if (option !== subject) command.addOption(programOption(option));
  }
  for (const [flags, help] of extension?.options ?? []) command.option(flags, help);
  command.action(async (...args: unknown[]) => {
    const given = globals();
    const values = command.opts<Values>();
    if (await extension?.run(values, given)) return;
    const options = optionsOf(definition, args[0], values);
    await withAssembly(requireConfig(given.options), given.terminal, quietLog, async ({ commands }) =>
      showAnswer(await commands.run({ name: definition.name, options }, given.actor), given.terminal),
    );
  });
}

/** What a command is about stands without a flag, as `watch add QUERY`: its one required option. */
function subjectOf({ options }: CommandDefinition): CommandOption | null {
  const [first = null, ...more] = options.filter(({ isRequired }) => isRequired);
  return more.length === 0 ? first : null;
}

function optionsOf(definition: CommandDefinition, argument: unknown, values: Values): Record<string, string> {
  const chosen = definition.options.flatMap(({ name }) => {
    const value = values[name];
    // An unset variable of a script gives an empty value, which must not be taken for the option's absence.
    if (typeof value === 'string' && value.trim() === '') {
      throw new UsageError(`--${name} got an empty value. Write one, or leave --${name} out.`);
    }
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  const subject = subjectOf(definition);
  if (!subject) return Object.fromEntries(chosen);
  const given = typeof argument === 'string' ? argument.trim() : '';
  if (given !== '') return Object.fromEntries([[subject.name, given], ...chosen]);
  throw new UsageError(
    `"${definition.name}" needs ${subject.name}: ${subject.help} Add --help to see what can be written.`,
  );
}

function programOption({ name, help, choices, isFlag, isRequired }: CommandOption): Option {
  if (isFlag) return new Option(`--${name}`, help);
  const option = new Option(`--${name} <${choices.length > 0 ? choices.join('|') : name}>`, help);
  if (isRequired) option.makeOptionMandatory();
  return choices.length > 0 ? option.choices(choices) : option;
}

/** `sources list` is the command `list` of the command `sources`, which is made when it is not there. */
export function commandOf(program: Program, name: string): Program {
  let parent = program;
  for (const word of name.split(' ')) {
    parent = parent.commands.find((candidate) => candidate.name() === word) ?? parent.command(word);
  }
  return parent;
}
