const eventType = 'wirewatch_delivery';

/** What rides on a message of ours as its metadata; every app and person of the workspace can read it. */
export interface DeliveryMetadata {
  readonly event_type: typeof eventType;
  readonly event_payload: {
    readonly key: string;
    /** On the first message of a delivery that takes several: how many. */
    readonly parts?: number;
    /** On those after the first: which one, from 2. */
    readonly part?: number;
  };
}

/** Which message of which delivery a message is. */
export interface DeliveryPart {
  readonly key: string;
  /** From 1. */
  readonly part: number;
  /** How many messages the delivery takes; said by the first, and 1 on the others. */
  readonly parts: number;
}

/** The metadata of the `part`-th message, from 1, of a delivery that takes `parts` messages. */
export function deliveryMetadata(key: string, part: number, parts: number): DeliveryMetadata {
  const place = part > 1 ? { part } : parts > 1 ? { parts } : {};
  return { event_type: eventType, event_payload: { key, ...place } };
}

/** What a message of ours says of its delivery; `null` for one that says nothing. */
export function readDeliveryMetadata(metadata: unknown): DeliveryPart | null {
  if (!isRecord(metadata) || metadata['event_type'] !== eventType) return null;
  const payload = metadata['event_payload'];
  if (!isRecord(payload) || typeof payload['key'] !== 'string') return null;
  const { key, part, parts } = payload;
  return { key, part: countIn(part), parts: countIn(parts) };
}

function countIn(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 1;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
