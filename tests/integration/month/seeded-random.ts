/** Numbers from 0 up to 1 that the same seed gives again (mulberry32). */
export interface SeededRandom {
  next(): number;
  /** A whole number from 0 up to `bound`. */
  below(bound: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
}

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { next, below, pick: (values) => values[below(values.length)] ?? values[0] };
}
