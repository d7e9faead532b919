import { watch } from 'node:fs';
import type { RunningCommand } from '../fakes/command-line.ts';
import type { BotFolder } from './bot-folder.ts';

/** Resolves when the journal holds so many lines, or the process has ended. */
export async function untilPosted(bot: BotFolder, count: number, running: RunningCommand): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (linesIn(bot.journalText()) >= count) resolve();
  };
  const watcher = watch(bot.dataDir, look);
  look();
  await Promise.race([promise, running.ended]);
  watcher.close();
}

/** A last line that a kill tore is none. */
export function linesIn(journal: string): number {
  return journal.split('\n').length - 1;
}
