import { leadsShards } from '../../adapters/discord/sharding.ts';
import { environment } from '../../config/environment.ts';
import { deliverOnce } from '../assemble/deliver-once.ts';
import { unusedServices } from '../assemble/unused-services.ts';
import type { Assembly } from '../assemble.ts';
import type { CollectProgress } from '../collect/run-collect.ts';
import { readableTitle } from '../domain/text/cite.ts';
import { wordsOf } from '../domain/words/words-of.ts';
import { collectOnce, prepareRun, type RunningBot, startAnswering, startBot } from '../main.ts';
import { startShards } from './run-shards.ts';
import { printJson, type Terminal } from './terminal.ts';
import { deliveriesLooked, undelivered } from './undelivered.ts';
import { CommandFailure } from './usage-error.ts';

/** One collect and one deliver, then the end. What could not be delivered is a failure, with the reasons. */
export async function runOnce(assembly: Assembly, terminal: Terminal): Promise<void> {
  for (const { name, problem, advice } of unusedServices(assembly.config)) {
    terminal.err(`${name}: ${problem}. ${advice}\n`);
  }
  const lock = await prepareRun(assembly);
  try {
    const options = {
      dueOnly: false,
      onProgress: (progress: CollectProgress) => showProgress(progress, terminal),
    };
    const collected = await collectOnce(assembly, options);
    const sent = await deliverOnce(assembly, options);
    if (terminal.isJson) printJson(terminal, { collected, sent });
    const newestFirst = await assembly.store.deliveries.list({ limit: deliveriesLooked });
    const problems = undelivered(newestFirst, sent);
    if (problems.length > 0) throw new CommandFailure(problems.join('\n'));
    if (sent.posted === 0 && !terminal.isJson) terminal.err('Nothing untold: nothing was posted.\n');
  } finally {
    lock.release();
  }
}

/**
 * The bot, until it is told to stop (SIGINT, SIGTERM), or the process is gone that it is a part of. A second signal ends it at
 * once.
 */
export async function runForever(assembly: Assembly): Promise<void> {
  const told = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    process.once('disconnect', () => {
      // discord.js goes on reporting to the process that is gone; unheard, each report would end this one.
      process.on('error', () => undefined);
      stop();
    });
  });
  const bot = await startPart(assembly);
  await told;
  await bot.stop();
  // Its end of the line to the process that started it would keep it alive.
  if (process.connected) process.disconnect();
}

/** All of the bot; or, where Discord's shards have a process each, this process's part of it. */
async function startPart(assembly: Assembly): Promise<RunningBot> {
  const variables = environment();
  const [, file = '', ...args] = process.argv;
  const commandLine = { nodeArgs: process.execArgv, file, args };
  const shards = await startShards(assembly.config, commandLine, variables, assembly.log);
  if (shards) return shards;
  return leadsShards(variables) ? startBot(assembly) : startAnswering(assembly);
}

/** A title longer than this floods the terminal. */
const mostTitle = 100;

/** Progress for people, on standard error: results stay alone on standard output. */
export function showProgress(progress: CollectProgress, terminal: Terminal): void {
  if (progress.kind === 'polled') {
    const { newEntries, problem } = progress.report;
    terminal.err(
      `  ${problem ? `fails: ${problem}` : `${newEntries} new entries`}  ${progress.source.name}\n`,
    );
    return;
  }
  terminal.err(
    `  ${progress.verdict.padEnd(11)}  ${readableTitle(progress.title, mostTitle, wordsOf('en'))}\n`,
  );
}
