import { createSchedule } from '../../adapters/cron/cron-schedule.ts';
import { createLog } from '../../adapters/system/pino-log.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { describeProblem } from '../../config/config-problem.ts';
import type { Environment } from '../../config/environment.ts';
import { type ConfigOutcome, loadConfig } from '../../config/load-config.ts';
import { readTextFile } from '../../config/read-text-file.ts';
import { type Assembly, assemble } from '../assemble.ts';
import type { Config } from '../domain/config.ts';
import type { Log } from '../ports/log.ts';
import type { Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

/** What stands before every command. */
export interface GlobalOptions {
  readonly data: string | null;
  readonly config: string | null;
  /** The variables that count: the process's own, or none. */
  readonly env: Environment;
}

export function readConfig({ data, config: configPath, env }: GlobalOptions): ConfigOutcome {
  const { problemOf } = createSchedule();
  return loadConfig({
    env,
    configPath,
    dataDir: data,
    read: readTextFile,
    problemOfCron: problemOf,
  });
}

/** The checked configuration; all its problems in one failure otherwise. */
export function requireConfig(options: GlobalOptions): Config {
  const outcome = readConfig(options);
  if (outcome.kind === 'ok') return outcome.config;
  const lines = outcome.problems.map((problem) => `  - ${describeProblem(problem)}`);
  const count = `${lines.length} ${lines.length === 1 ? 'problem' : 'problems'}`;
  throw new CommandFailure(`The configuration has ${count}; nothing was started:\n${lines.join('\n')}`);
}

export function logFor(config: Config, terminal: Terminal): Log {
  return createLog({
    level: config.log.level,
    format: terminal.color ? 'text' : 'json',
    destination: { write: terminal.err },
    secrets: config.secrets.map((secret) => secret.reveal()),
  });
}

/** Assembles for one command, and stops whatever happens. */
export async function withAssembly<T>(
  config: Config,
  terminal: Terminal,
  log: Log,
  use: (assembly: Assembly) => Promise<T>,
): Promise<T> {
  const echo = terminal.isJson ? () => undefined : (text: string) => terminal.out(`${text}\n`);
  const assembly = await assemble({ config, clock: systemClock, log, echo, color: terminal.color });
  try {
    return await use(assembly);
  } finally {
    await assembly.stop();
  }
}

/** For commands that answer at once: their log would only stand between the lines of the answer. */
export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
