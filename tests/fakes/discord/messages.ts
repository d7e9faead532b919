import type { FakeMessage } from './records.ts';

/** All messages that stand, by id and by channel, in the order of posting. */
export interface Messages {
  readonly all: ReadonlyMap<string, FakeMessage>;
  add(message: FakeMessage): void;
  remove(id: string): FakeMessage | undefined;
  removeChannel(channelId: string): void;
  inChannel(channelId: string): readonly FakeMessage[];
  byNonce(authorId: string, nonce: string): FakeMessage | undefined;
}

export function createMessages(): Messages {
  const all = new Map<string, FakeMessage>();
  const channels = new Map<string, FakeMessage[]>();
  const nonces = new Map<string, FakeMessage>();
  return {
    all,
    add(message) {
      all.set(message.id, message);
      const channel = channels.get(message.channelId) ?? [];
      channel.push(message);
      channels.set(message.channelId, channel);
      if (message.nonce !== null) nonces.set(`${message.authorId} ${message.nonce}`, message);
    },
    remove(id) {
      const message = all.get(id);
      if (!message) return undefined;
      all.delete(id);
      const channel = channels.get(message.channelId) ?? [];
      channel.splice(channel.indexOf(message), 1);
      return message;
    },
    removeChannel(channelId) {
      for (const message of channels.get(channelId) ?? []) all.delete(message.id);
      channels.delete(channelId);
    },
    inChannel: (channelId) => channels.get(channelId) ?? [],
    byNonce(authorId, nonce) {
      const message = nonces.get(`${authorId} ${nonce}`);
      return message && all.has(message.id) ? message : undefined;
    },
  };
}
