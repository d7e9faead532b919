import { wallTimeMs } from '../domain/local-time.ts';

/** `2026-11-26 08:00` on the wall clock of a zone. */
export function localStamp(epochMs: number, zone: string): string {
  return new Date(wallTimeMs(zone, epochMs)).toISOString().slice(0, 16).replace('T', ' ');
}
