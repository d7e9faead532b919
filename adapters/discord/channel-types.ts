/** https://docs.discord.com/developers/resources/channel, "Channel Types". */
export const channelType = { text: 0, announcement: 5, publicThread: 11, forum: 15, media: 16 } as const;

/** Announcement, public and private threads. */
const threadTypes: ReadonlySet<unknown> = new Set([10, 11, 12]);

export function isThreadType(type: unknown): boolean {
  return threadTypes.has(type);
}

/** Where the bot can post, and what can be chosen for it. */
export const postableChannelTypes = [
  channelType.text,
  channelType.announcement,
  channelType.publicThread,
  channelType.forum,
] as const;
