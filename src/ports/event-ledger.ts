import type { Platform } from '../domain/delivery.ts';

/** Remembers for a day which events of a platform were taken, so that one that is delivered again is handled once. */
export interface EventLedger {
  /** True for whoever comes first with this event; false ever after. */
  take(platform: Platform, eventId: string, atMs: number): Promise<boolean>;
}
