import type { Clock } from '../../src/ports/clock.ts';

/** A clock that a test moves by hand. */
export class FixedClock implements Clock {
  #nowMs: number;

  constructor(start: string | number) {
    this.#nowMs = new Date(start).getTime();
  }

  nowMs(): number {
    return this.#nowMs;
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }

  set(moment: string | number): void {
    this.#nowMs = new Date(moment).getTime();
  }
}
