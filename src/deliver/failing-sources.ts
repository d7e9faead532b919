import type { SourceState } from '../domain/source.ts';

/** More would push the stories off the screen; "sources list" has them all. */
const mostNamed = 10;

/** Sentences for the foot of a digest: which sources fail and why. Empty when all is well. */
export function failingSourceNotes(states: readonly SourceState[]): string[] {
  const failing = states.filter(({ health }) => health.consecutiveFailures > 0);
  if (failing.length === 0) return [];
  const sources = states.length === 1 ? 'source' : 'sources';
  const count = `${failing.length} of ${states.length} ${sources} ${failing.length === 1 ? 'fails' : 'fail'}:`;
  const named = failing
    .slice(0, mostNamed)
    .map(({ source, health }) => `${source.name}: ${problemOf(health.lastProblem)}`);
  const rest = failing.length - named.length;
  return [count, ...named, ...(rest > 0 ? [`and ${rest} more; "sources list" names them all.`] : [])];
}

function problemOf(problem: string | null): string {
  return problem ?? 'it gave no reason.';
}
