import type { ComparisonProbe } from '../../../src/ports/article-store.ts';

/** A probe that finds nothing, but for what `over` says. */
export function probeOf(over: Partial<ComparisonProbe> = {}): ComparisonProbe {
  return {
    canonicalUrl: null,
    textHash: 'unseen',
    bands: [],
    tokens: [],
    aroundMs: null,
    windowMs: 0,
    ...over,
  };
}
