/** A clock that a request may set for as long as it is handled. */
export interface MovingClock {
  nowMs(): number;
  /** Runs `step`, which must be synchronous, as if it were `atMs`. */
  during<Result>(atMs: number | null, step: () => Result): Result;
}

export function createMovingClock(nowMs: () => number): MovingClock {
  let broughtMs: number | null = null;
  return {
    nowMs: () => broughtMs ?? nowMs(),
    during(atMs, step) {
      broughtMs = atMs;
      try {
        return step();
      } finally {
        broughtMs = null;
      }
    },
  };
}
