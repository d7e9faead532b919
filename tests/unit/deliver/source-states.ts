import type { SourceHealth, SourceState } from '../../../src/domain/source.ts';

/** A source as `sources list` knows it; without changes it was polled well and brought nothing yet. */
export function source(name: string, health: Partial<SourceHealth> = {}): SourceState {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return {
    source: { id, name, url: `https://${id}.example/feed`, tier: 'wire', lang: 'en', verified: true },
    validators: { etag: null, lastModified: null },
    health: {
      lastPolledAtMs: 1,
      lastSucceededAtMs: 1,
      lastEntryAtMs: null,
      consecutiveFailures: 0,
      lastProblem: null,
      nextPollAtMs: 0,
      ...health,
    },
  };
}
