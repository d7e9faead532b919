/** Reads five-field cron expressions in an IANA zone, daylight saving included. */
export interface Schedule {
  /** The latest slot at or before `nowMs`, epoch milliseconds. */
  latestSlotMs(cron: string, zone: string, nowMs: number): number;
  /** A sentence that says what is wrong with the expression or the zone, `null` when nothing is. */
  problemOf(cron: string, zone: string): string | null;
}
