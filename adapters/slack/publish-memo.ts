/** The messages of one delivery that are known to stand: their `ts` by their number, from 1. */
export type StandingParts = ReadonlyMap<number, string>;

/** What is known to stand of recent deliveries. */
export interface PartMemo {
  /** Empty for an unknown delivery. */
  partsOf(place: string): StandingParts;
  add(place: string, parts: Iterable<readonly [part: number, ts: string]>): void;
}

/** Far more deliveries than are ever under way; of older ones the store knows that they are done. */
const mostDeliveries = 1_000;

export function createPartMemo(): PartMemo {
  const deliveries = new Map<string, Map<number, string>>();
  return {
    partsOf: (place) => deliveries.get(place) ?? new Map(),
    add(place, parts) {
      const known = deliveries.get(place) ?? new Map();
      for (const [part, ts] of parts) known.set(part, ts);
      // Put last, so that the first one is the one that was not needed for longest.
      deliveries.delete(place);
      deliveries.set(place, known);
      const [oldest] = deliveries.keys();
      if (deliveries.size > mostDeliveries && oldest !== undefined) deliveries.delete(oldest);
    },
  };
}
