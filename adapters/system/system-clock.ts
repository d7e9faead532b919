import type { Clock } from '../../src/ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
