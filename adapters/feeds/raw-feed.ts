/** One item as a feed format gives it: texts may be HTML, links relative, dates in any form. Empty where nothing is given. */
export interface RawItem {
  readonly title: string;
  /** Addresses that the item names as its page, the likeliest first. */
  readonly links: readonly string[];
  /** The feed's own id of the item. */
  readonly id: string;
  /** Dates of publication before dates of change. */
  readonly dates: readonly string[];
  readonly summary: string;
  readonly content: string;
  /** What relative addresses of this item resolve against, before the feed's own base. */
  readonly base: string;
}

export interface RawFeed {
  readonly title: string;
  readonly lang: string;
  /** Page that the feed belongs to; relative addresses resolve against it. Empty where the format forbids that (Atom). */
  readonly home: string;
  readonly items: readonly RawItem[];
  /** A sentence for each item that could not be taken over. */
  readonly dropped: readonly string[];
}

export type RawReading =
  | { readonly kind: 'read'; readonly feed: RawFeed }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** More than any feed shows at once, and few enough to be read in a second. */
export const maxItems = 500;

export function leftOutSentence(count: number): string {
  return `${count} further entries were left out; at most ${maxItems} are read at a time.`;
}

/** An id serves as the item's page only when it is a whole web address: resolved, "1234" would become a page that is not there. */
export function pagesNamed(links: readonly string[], ids: readonly string[]): readonly string[] {
  return [...links, ...ids.filter((id) => /^https?:\/\//i.test(id))].filter((link) => link !== '');
}
