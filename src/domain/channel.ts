import type { ChannelRef } from './delivery.ts';
import type { Mention } from './mention.ts';
import type { Language } from './words/words.ts';

/** Minutes after local midnight, 0 to 1439. */
export type LocalTime = number;

/** 0 is Sunday, as in cron. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** When a channel's digest is due, on the wall clock of its zone. */
export type DigestPlan =
  /** As soon as there is something to tell. */
  | { readonly kind: 'realtime' }
  /** At these times from Monday to Friday, and at those on Saturday and Sunday; an empty list is no digest on such days. */
  | { readonly kind: 'times'; readonly weekday: readonly LocalTime[]; readonly weekend: readonly LocalTime[] }
  | { readonly kind: 'weekly'; readonly day: Weekday; readonly time: LocalTime }
  /** Five fields, for an operator whose plan no other kind can say. */
  | { readonly kind: 'cron'; readonly cron: string };

/** From `from` until just before `until`, across midnight where `until` is earlier. The two are never equal. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** `short`: the digest's message alone. `full`: each story also as an item in its thread. */
export type DigestStyle = 'short' | 'full';

/** What a channel wants. */
export interface ChannelSettings {
  readonly plan: DigestPlan;
  /** IANA zone name, for the plan and the quiet hours. */
  readonly zone: string;
  /** Nothing is posted in these hours but critical alerts; what is due waits for their end. */
  readonly quiet: QuietHours | null;
  readonly style: DigestStyle;
  /** More are named in one line. */
  readonly maxStories: number;
  /** Relevance that a story needs to be told, 0 to 1. */
  readonly threshold: number;
  /** Digests wait until an admin approves them. */
  readonly needsApproval: boolean;
  readonly mentions: readonly Mention[];
  /** No digest comes; watches go on. */
  readonly isPaused: boolean;
  /** Of the bot's own words in it. */
  readonly language: Language;
}

/** A channel and where it stands. */
export interface Channel {
  readonly ref: ChannelRef;
  readonly settings: ChannelSettings;
  readonly setUpAtMs: number;
  /** Articles kept up to this sequence have been told, or were kept before the channel was set up. */
  readonly toldUpTo: number;
  /** The schedule slot that was last acted on (posted, or found to have nothing to tell). */
  readonly lastSlotMs: number;
  /** When silence was last told, `null` since something was last posted. An entry that comes later ends that silence. */
  readonly silenceToldAtMs: number | null;
  readonly lastPostedAtMs: number | null;
}
