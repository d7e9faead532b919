/** Says how long a message to a channel must wait, in milliseconds; 0 takes it and counts it. */
export type RateLimit = (channelId: string, atMs: number) => number;

/** One message each `intervalMs` in a channel, and `burst` at once after a pause. */
export function createRateLimit(intervalMs: number, burst: number): RateLimit {
  /** When the channel will have been idle for as long as its messages so far cost. */
  const paidUntilMs = new Map<string, number>();
  return (channelId, atMs) => {
    const paidMs = Math.max(atMs, paidUntilMs.get(channelId) ?? 0);
    const waitMs = paidMs - atMs - (burst - 1) * intervalMs;
    if (waitMs > 0) return waitMs;
    paidUntilMs.set(channelId, paidMs + intervalMs);
    return 0;
  };
}
