import type { ChannelRef } from './delivery.ts';

/** A channel as a key of maps: two references to one channel give the same. */
export function channelKey({ platform, workspaceId, channelId }: ChannelRef): string {
  return JSON.stringify([platform, workspaceId, channelId]);
}
