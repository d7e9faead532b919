import type { Claims } from '../../src/ports/claims.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryClaims(state: InMemoryState): Claims {
  return {
    releaseAll: async () => {
      for (const record of [...state.sources.values(), ...state.entries, ...state.deliveries])
        record.leaseUntilMs = 0;
    },
  };
}
