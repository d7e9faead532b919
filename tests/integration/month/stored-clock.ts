import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../../src/ports/clock.ts';

/** A clock that is moved by hand and goes on where a killed process left it. It never goes back. */
export interface StoredClock extends Clock {
  moveTo(atMs: number): void;
}

/** The file is replaced as a whole, so that a kill leaves the old moment or the new one. */
export function openStoredClock(path: string, startMs: number): StoredClock {
  let nowMs = Math.max(startMs, readClock(path) ?? startMs);
  return {
    nowMs: () => nowMs,
    moveTo(atMs) {
      if (atMs <= nowMs) return;
      nowMs = atMs;
      writeFileSync(`${path}.next`, String(nowMs));
      renameSync(`${path}.next`, path);
    },
  };
}

/** Where a stored clock stands, epoch milliseconds; `null` before it was ever moved. */
export function readClock(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
