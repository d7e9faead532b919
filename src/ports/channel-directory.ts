import type { ChannelRef, Platform } from '../domain/delivery.ts';

/** Which channels there are on a platform. */
export interface ChannelDirectory {
  /** The channel that these words name in a workspace (an id, or a name with or without `#`); `null` when there is none. */
  find(words: string, workspace: { platform: Platform; workspaceId: string }): Promise<ChannelRef | null>;
}
