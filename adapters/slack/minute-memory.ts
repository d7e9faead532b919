import type { Clock } from '../../src/ports/clock.ts';

/** Answers of Slack, each kept for a minute. */
export interface MinuteMemory<Value> {
  /** What is kept under this key, else what is asked for; what could not be asked (`null`) is asked again. */
  get(key: string, ask: () => Promise<Value | null>): Promise<Value | null>;
}

const keepMs = 60_000;

export function createMinuteMemory<Value>(clock: Clock, mostKept: number): MinuteMemory<Value> {
  const kept = new Map<string, { readonly value: Value; readonly untilMs: number }>();
  return {
    async get(key, ask) {
      const nowMs = clock.nowMs();
      const known = kept.get(key);
      if (known && known.untilMs > nowMs) return known.value;
      const value = await ask();
      if (kept.size >= mostKept) kept.clear();
      if (value === null) kept.delete(key);
      else kept.set(key, { value, untilMs: nowMs + keepMs });
      return value;
    },
  };
}
