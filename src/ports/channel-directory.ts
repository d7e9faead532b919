import type { ChannelRef, Platform } from '../domain/delivery.ts';

/** Which channels there are on a platform, how people know them, and who sees them. */
export interface ChannelDirectory {
  /** The channel that these words name in a workspace (an id, or a name with or without `#`); `null` when there is none. */
  find(words: string, workspace: { platform: Platform; workspaceId: string }): Promise<ChannelRef | null>;
  /** What people know it by, as `#export-news`; its id where the platform does not tell. Never rejects. */
  nameOf(ref: ChannelRef): Promise<string>;
  /**
   * Whether this person sees what is written in the channel. Rejects with an error whose message is a sentence where the
   * platform cannot be asked: nobody is shown anything then.
   */
  maySee(ref: ChannelRef, personId: string): Promise<boolean>;
}
