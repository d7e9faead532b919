import type { Config } from '../domain/config.ts';

/** Something that is configured, and that this version has no use for. Both texts are for people. */
export interface UnusedService {
  readonly name: string;
  /** Begins in lower case: it follows on the name. */
  readonly problem: string;
  readonly advice: string;
}

/** Told by `doctor` and at the start of a run, so that nobody waits for messages in the wrong place. */
export function unusedServices(config: Pick<Config, 'slack' | 'discord' | 'databaseUrl'>): UnusedService[] {
  return [
    ...(config.slack ? [unconnected('slack')] : []),
    ...(config.discord ? [unconnected('discord')] : []),
    ...(config.databaseUrl ? [unusedDatabase] : []),
  ];
}

function unconnected(name: string): UnusedService {
  return {
    name,
    problem: 'it is configured, and this version cannot connect to it yet',
    advice: 'Unset its variables; the console is used meanwhile.',
  };
}

const unusedDatabase: UnusedService = {
  name: 'store',
  problem: 'DATABASE_URL is set, and this version keeps its store in a file only',
  advice: 'Unset DATABASE_URL.',
};
