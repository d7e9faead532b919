import type { Platform } from '../../../src/domain/delivery.ts';
import type { PlannedCrash } from './crash-points.ts';

/** What a process of the bot is told to do; its only argument, as JSON. */
export interface BotOrder {
  readonly platform: Platform;
  readonly publisherModule: string;
  readonly publisherSettings: Readonly<Record<string, string>>;
  readonly databasePath: string;
  readonly clockPath: string;
  readonly days: number;
  /** As a process does that holds the run lock alone; without, claims of the dead one run out by themselves. */
  readonly releasesClaims: boolean;
  readonly crash: PlannedCrash | null;
  /** A planted fault, to see the suite fail: the publisher never finds what was posted. */
  readonly findsNothing: boolean;
}
