import { join, resolve } from 'node:path';
import type { Config } from '../domain/config.ts';

/** Where everything lies that a bot keeps; the paths are absolute. */
export interface DataFiles {
  readonly folder: string;
  readonly database: string;
  /** The console's channel. */
  readonly journal: string;
  readonly runLock: string;
}

export function dataFilesOf({ dataDir }: Pick<Config, 'dataDir'>): DataFiles {
  const folder = resolve(dataDir);
  return {
    folder,
    database: join(folder, 'wirewatch.db'),
    journal: join(folder, 'console.jsonl'),
    runLock: join(folder, 'run.lock'),
  };
}
