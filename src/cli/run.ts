import { deliverOnce } from '../assemble/deliver-once.ts';
import { unusedServices } from '../assemble/unused-services.ts';
import type { Assembly } from '../assemble.ts';
import type { CollectProgress } from '../collect/run-collect.ts';
import { readableTitle } from '../domain/text/cite.ts';
import { collectOnce, prepareRun, startBot } from '../main.ts';
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

/** The bot, until it is told to stop (SIGINT, SIGTERM). A second signal ends it at once. */
export async function runForever(assembly: Assembly): Promise<void> {
  const bot = await startBot(assembly);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await bot.stop();
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
  terminal.err(`  ${progress.verdict.padEnd(11)}  ${readableTitle(progress.title, mostTitle)}\n`);
}
