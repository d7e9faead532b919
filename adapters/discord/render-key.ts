import { shortHash } from '../../src/domain/text/short-hash.ts';

/** Which message this is of those that one delivery takes. */
export interface MessagePart {
  readonly key: string;
  /** Counts from 1. */
  readonly part: number;
  readonly total: number;
}

/**
 * The `custom_id` of the button that carries a delivery's key: `why:KEY`, and `why:KEY/PART/TOTAL` on each message where it
 * takes several. The messages that stand are found again by it.
 */
export function keyButtonId({ key, part, total }: MessagePart): string {
  return total === 1 ? `why:${key}` : `why:${key}/${part}/${total}`;
}

/** What `keyButtonId` wrote; `null` for the id of any other component. */
export function partOfButtonId(customId: string): MessagePart | null {
  const match = /^why:(?<key>.+?)(?:\/(?<part>\d+)\/(?<total>\d+))?$/s.exec(customId);
  if (!match?.groups) return null;
  const { key = '', part = '1', total = '1' } = match.groups;
  return { key, part: Number(part), total: Number(total) };
}

/** At most 25 characters, and another one for each part of each delivery: Discord posts a nonce once. */
export function nonceOf({ key, part }: MessagePart): string {
  return part === 1 ? key : `${shortHash(key)}.${part}`;
}
