import type { Config } from '../domain/config.ts';

/** Something that is configured, and that this version has no use for. Both texts are for people. */
export interface UnusedService {
  readonly name: string;
  /** Begins in lower case: it follows on the name. */
  readonly problem: string;
  readonly advice: string;
}

/** Told by `doctor` and at the start of a run, so that nobody waits for what does not come. */
export function unusedServices(config: Pick<Config, 'databaseUrl'>): UnusedService[] {
  return config.databaseUrl ? [unusedDatabase] : [];
}

const unusedDatabase: UnusedService = {
  name: 'store',
  problem: 'DATABASE_URL is set, and this version keeps its store in a file only',
  advice: 'Unset DATABASE_URL.',
};
