import { ok, type Reading, refused } from './reading.ts';

/** Reads a relevance from 0 to 1. */
export function readThreshold(text: string): Reading<number> {
  const isNumber = /^\d*\.?\d+$/.test(text.trim());
  const value = Number(text);
  if (isNumber && value <= 1) return ok(value);
  return refused(`"${text}" is no threshold. Write a relevance from 0 (everything) to 1, as 0.5.`);
}
