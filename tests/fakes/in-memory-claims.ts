import type { Claims } from '../../src/ports/claims.ts';
import type { InMemoryState } from './in-memory-state.ts';

/** No message is on its way to a platform for longer. */
const sendingMs = 10_000;

export function inMemoryClaims(state: InMemoryState): Claims {
  return {
    releaseAll: async (nowMs) => {
      for (const record of [...state.sources.values(), ...state.entries]) record.leaseUntilMs = 0;
      for (const record of state.deliveries) {
        record.leaseUntilMs = Math.min(record.leaseUntilMs, nowMs + sendingMs);
      }
    },
  };
}
