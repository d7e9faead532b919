import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../../config/environment.ts';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** Ends a process that hangs, also when the test that started it is gone. */
const longestRunMs = 110_000;

/** The tests start the program dozens of times; without this, half of that time goes into compiling it. */
const compileCache = join(tmpdir(), 'wirewatch-compile-cache');

export interface CommandOutcome {
  /** `null` for a process that a signal ended. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly ended: Promise<CommandOutcome>;
  /** Resolves with standard error as soon as it holds enough; rejects when the process ends without. */
  untilStderr(isEnough: (stderr: string) => boolean): Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

export type CommandEnvironment = Readonly<Record<string, string>>;

/**
 * Starts the program as a person does, in a process of its own. It sees none of the variables of whoever runs the
 * tests but those without which no program runs, and what `env` sets.
 */
export function startCommand(args: readonly string[], env: CommandEnvironment = {}): RunningCommand {
  const child = spawn(process.execPath, ['src/launch.mjs', ...args], {
    cwd: projectDir,
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestRunMs,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const look of watchers) look();
  });
  const ended = new Promise<CommandOutcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });

  async function untilStderr(isEnough: (text: string) => boolean): Promise<string> {
    const { promise: seen, resolve } = Promise.withResolvers<'seen'>();
    const look = () => {
      if (isEnough(stderr)) resolve('seen');
    };
    watchers.add(look);
    look();
    const outcome = await Promise.race([seen, ended]);
    watchers.delete(look);
    if (outcome !== 'seen') throw new Error(`The process ended before it said so:\n${stderr}`);
    return stderr;
  }

  return { ended, untilStderr, kill: (signal) => void child.kill(signal) };
}

/** Runs a command to its end. */
export function runCommand(args: readonly string[], env: CommandEnvironment = {}): Promise<CommandOutcome> {
  return startCommand(args, env).ended;
}

function bareEnvironment(): CommandEnvironment {
  const { PATH = '', HOME = '' } = environment();
  return { PATH, HOME, TMPDIR: tmpdir(), TZ: 'UTC', NODE_COMPILE_CACHE: compileCache };
}
