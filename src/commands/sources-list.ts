import type { Command } from './command.ts';

export const sourcesListCommand: Command = {
  definition: {
    name: 'sources list',
    help: 'Lists the sources with how each fares, and why one fails.',
    who: 'all',
    options: [],
  },
  async handle(_options, _actor, { listSources }) {
    return { kind: 'sources', sources: await listSources() };
  },
};
