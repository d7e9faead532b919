import type { SlackMessage } from './records.ts';

/** What stands, by channel, thread and ts. A ts rises and is never used twice. */
export interface MessageStore {
  readonly all: readonly SlackMessage[];
  add(message: SlackMessage): void;
  find(channel: string, ts: string): SlackMessage | null;
  /** In any channel. */
  findByTs(ts: string): readonly SlackMessage[];
  replace(message: SlackMessage): void;
  remove(channel: string, ts: string): void;
  /** What the channel itself shows, the oldest first: no replies but broadcast ones. */
  inChannel(channel: string): readonly SlackMessage[];
  /** The root and its replies, the oldest first. */
  inThread(channel: string, rootTs: string): readonly SlackMessage[];
}

export function createMessageStore(): MessageStore {
  // A map keeps the order of insertion when a value is replaced, so that it is the order of posting.
  const byKey = new Map<string, SlackMessage>();
  const channels = new Map<string, string[]>();
  const threads = new Map<string, string[]>();
  const keyOf = (channel: string, ts: string) => `${channel} ${ts}`;
  const resolve = (keys: readonly string[] = []) =>
    keys.flatMap((key) => {
      const message = byKey.get(key);
      return message ? [message] : [];
    });

  return {
    get all() {
      return [...byKey.values()];
    },
    add(message) {
      const key = keyOf(message.channel, message.ts);
      byKey.set(key, message);
      const root = message.thread_ts ?? message.ts;
      append(threads, keyOf(message.channel, root), key);
      if (root === message.ts || message.isBroadcast) append(channels, message.channel, key);
    },
    find: (channel, ts) => byKey.get(keyOf(channel, ts)) ?? null,
    findByTs: (ts) => [...byKey.values()].filter((message) => message.ts === ts),
    replace(message) {
      byKey.set(keyOf(message.channel, message.ts), message);
    },
    remove(channel, ts) {
      byKey.delete(keyOf(channel, ts));
    },
    inChannel: (channel) => resolve(channels.get(channel)),
    inThread: (channel, rootTs) => resolve(threads.get(keyOf(channel, rootTs))),
  };
}

function append(lists: Map<string, string[]>, name: string, key: string): void {
  const list = lists.get(name);
  if (list) list.push(key);
  else lists.set(name, [key]);
}
