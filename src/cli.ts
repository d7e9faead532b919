import { stripVTControlCharacters } from 'node:util';
import { Command, CommanderError } from 'commander';
import { environment } from '../config/environment.ts';
import { addChatCommands, commandOf } from './cli/chat-commands.ts';
import { actorOf } from './cli/console-actor.ts';
import { importCorpus, listCorpus } from './cli/corpus.ts';
import { runDemo } from './cli/demo.ts';
import { doctor } from './cli/doctor.ts';
import { ingest } from './cli/ingest.ts';
import { runForever, runOnce } from './cli/run.ts';
import { type GlobalOptions, logFor, quietLog, requireConfig, withAssembly } from './cli/session.ts';
import type { Terminal } from './cli/terminal.ts';
import { UsageError } from './cli/usage-error.ts';

interface Given {
  readonly data?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly workspace: string;
}

/** Runs the command line. Exit code 0: done; 1: failed, with a sentence; 2: the words are off. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = tellFailure(error);
  }
}

/** Whoever read the output has seen enough (`wirewatch … | head`): that is no failure. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

function tellFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
  return error instanceof UsageError ? 2 : 1;
}

/** A refusal repeats what was written, and a terminal must not get to see a control sequence from it. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n]/gu, '');
}

/** Commander says "error: unknown option '--x'"; people get a sentence with a way out. */
function usageSentence(text: string): string {
  const words = text
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim();
  const end = /[.?!)]$/.test(words) ? '' : '.';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end} Add --help to see what can be written.\n`;
}

function createProgram(): Command {
  const program = new Command('wirewatch')
    .description('Watches the news about Huawei and export controls, and cites every sentence.')
    .option('--data <dir>', "folder of the embedded store and the console's journal")
    .option('--config <file>', 'configuration file; holds only what differs from config/default.yaml')
    .option('--workspace <id>', 'whose admin you are: console, slack:TEAM or discord:GUILD', 'console')
    .option('--json', 'print one JSON object a line on standard output and nothing else')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(usageSentence(text)) });
  const globals = () => {
    const { data = null, config = null, json = false, workspace } = program.opts<Given>();
    const options = { data, config, env: environment() };
    return { options, terminal: terminalOf(json), actor: actorOf(workspace) };
  };
  addOperatorCommands(program, globals);
  addChatCommands(program, globals);
  return program;
}

type Globals = () => { readonly options: GlobalOptions; readonly terminal: Terminal };

function addOperatorCommands(program: Command, globals: Globals): void {
  program
    .command('run')
    .description('run the bot; with --once: one collect and one deliver, then end')
    .option('--once', 'ignore the schedule: one look at every source, one digest of what is untold')
    .action(async ({ once }: { once?: boolean }) => {
      const { options, terminal } = globals();
      const config = requireConfig(options);
      const log = once ? quietLog : logFor(config, terminal);
      await withAssembly(config, terminal, log, (assembly) =>
        once ? runOnce(assembly, terminal) : runForever(assembly),
      );
    });
  program
    .command('demo')
    .description('run the bot on a sample newsroom, on this machine alone')
    .action(async () => {
      const { options, terminal } = globals();
      await runDemo(options, terminal);
    });
  program
    .command('ingest <file>')
    .description('read articles from a JSON Lines file, in order, as if they had just arrived')
    .action(async (file: string) => {
      const { options, terminal } = globals();
      await withAssembly(requireConfig(options), terminal, quietLog, (assembly) =>
        ingest(file, assembly, terminal),
      );
    });
  addCorpusCommands(program, globals);
  program
    .command('doctor')
    .description('check configuration, store and sources, and say what to do about each failure')
    .action(async () => {
      const { options, terminal } = globals();
      await doctor(options, terminal);
    });
}

function addCorpusCommands(program: Command, globals: Globals): void {
  const corpus = commandOf(program, 'corpus').description('the documents that are known from the start');
  corpus
    .command('import <dir>')
    .description('read seed documents: text files, Markdown with front matter, HTML')
    .action(async (dir: string) => {
      const { options, terminal } = globals();
      await withAssembly(requireConfig(options), terminal, quietLog, (assembly) =>
        importCorpus(dir, assembly, terminal),
      );
    });
  corpus
    .command('list')
    .description('list all that is known')
    .action(async () => {
      const { options, terminal } = globals();
      await withAssembly(requireConfig(options), terminal, quietLog, (assembly) =>
        listCorpus(assembly, terminal),
      );
    });
}

function terminalOf(isJson: boolean): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isJson,
    // Color says nothing to a file or a pipe.
    color: !isJson && process.stdout.isTTY === true,
  };
}
