import type {
  Actor,
  Choice,
  CommandAnswer,
  CommandDefinition,
  CommandOption,
} from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { CommandRunner } from '../../src/ports/command-runner.ts';
import { sampleOption as option } from '../fixtures/sample-option.ts';

type Script = (input: CommandInput, actor: Actor) => CommandAnswer | Promise<CommandAnswer>;
type Form = Awaited<ReturnType<CommandRunner['form']>>;

export interface CommandRun {
  readonly input: CommandInput;
  readonly actor: Actor;
}

const channel = option('channel', { completes: 'channel' });

function definition(
  name: string,
  who: CommandDefinition['who'],
  ...options: CommandOption[]
): CommandDefinition {
  return { name, help: `Does ${name}.`, who, options };
}

function forEveryone(command: CommandDefinition): CommandDefinition {
  return { ...command, answers: 'everyone' };
}

const watchOptions = [
  option('query', { isRequired: true }),
  channel,
  option('cadence', { choices: ['realtime', 'digest'] }),
  option('mention'),
  option('confirm', { isFlag: true }),
];

export const scriptedDefinitions: readonly CommandDefinition[] = [
  forEveryone(definition('ask', 'all', option('question', { isRequired: true }))),
  forEveryone(definition('compare', 'all', option('article', { isRequired: true }))),
  forEveryone(definition('story', 'all', option('story', { isRequired: true, completes: 'story' }))),
  definition('digest archive', 'all', channel),
  definition('watch list', 'all'),
  definition('watch add', 'admins', ...watchOptions),
  definition(
    'settings',
    'admins',
    channel,
    ...['zone', 'quiet', 'style', 'threshold', 'language'].map((name) => option(name)),
  ),
  definition('deliveries list', 'admins', option('state')),
  definition('sources list', 'all'),
  definition('stats', 'all'),
  definition('help', 'all', option('command')),
];

export function notice(heading: string): CommandAnswer {
  return { kind: 'documents', documents: [{ kind: 'notice', heading, paragraphs: [`${heading} it is.`] }] };
}

/** A small table of commands that answer what a test says, and keep who asked for what. */
export class ScriptedCommands implements CommandRunner {
  readonly definitions: readonly CommandDefinition[];
  readonly runs: CommandRun[] = [];
  readonly #scripts = new Map<string, Script>();
  /** What a form is waited for with; nothing until a test says so. */
  formGate: Promise<void> = Promise.resolve();
  /** Set, every form fails with it. */
  formProblem: string | null = null;
  choices: (completes: string, words: string) => Promise<readonly Choice[]> = async (completes, words) => [
    { label: `${completes} like ${words}`, value: `${completes}-1` },
  ];

  constructor(definitions: readonly CommandDefinition[] = scriptedDefinitions) {
    this.definitions = definitions;
  }

  /** Until it is told otherwise, a command answers a notice with its name. */
  answer(name: string, script: Script): void {
    this.#scripts.set(name, script);
  }

  async run(input: CommandInput, actor: Actor): Promise<CommandAnswer> {
    this.runs.push({ input, actor });
    const known = this.definitions.find(({ name }) => name === input.name);
    if (known?.who === 'admins' && !actor.isAdmin) {
      return { kind: 'refused', problem: `Only ${actor.admins} may run "${input.name}".` };
    }
    return this.#scripts.get(input.name)?.(input, actor) ?? notice(input.name);
  }

  async form(input: CommandInput): Promise<Form> {
    await this.formGate;
    if (this.formProblem !== null) throw new Error(this.formProblem);
    const known = this.definitions.find(({ name }) => name === input.name);
    if (!known) return { kind: 'refused', problem: `There is no command "${input.name}".` };
    return { kind: 'form', definition: known, values: input.options };
  }

  complete(completes: string, words: string): Promise<readonly Choice[]> {
    return this.choices(completes, words);
  }

  /** What was run under a name, oldest first. */
  runsOf(name: string): readonly CommandRun[] {
    return this.runs.filter(({ input }) => input.name === name);
  }
}
