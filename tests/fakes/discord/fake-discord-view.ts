import type { FakeInteraction, FakeMessage, FakeThread } from './records.ts';
import { directChannelOf } from './rest/place-routes.ts';
import type { RestRecord } from './rest/rest-server.ts';
import type { World } from './world.ts';

/** What a test looks at, as it is now. */
export interface FakeDiscordView {
  /** All that stand, ephemeral ones too, in the order of posting. */
  readonly messages: readonly FakeMessage[];
  readonly threads: readonly FakeThread[];
  readonly interactions: readonly FakeInteraction[];
  /** Requests answered with 401, 403 or 429: Discord bans an address at 10,000 in ten minutes. */
  readonly invalidRequests: number;
  readonly limited: number;
  readonly mishaps: number;
  /** Those of one channel, thread or direct channel that everyone there sees. */
  messagesIn(channelId: string): readonly FakeMessage[];
  /** Throws where it does not stand. */
  messageOf(messageId: string): FakeMessage;
  /** All of the direct channel with this person, the person's own ones too. */
  directMessagesTo(userId: string): readonly FakeMessage[];
}

export function viewOf(world: World, record: RestRecord): FakeDiscordView {
  const messagesIn = (channelId: string) =>
    world.messages.inChannel(channelId).filter((message) => !message.isEphemeral);
  return {
    get messages() {
      return [...world.messages.all.values()];
    },
    get threads() {
      return [...world.threads.values()];
    },
    get interactions() {
      return [...world.interactions.values()];
    },
    get invalidRequests() {
      return record.invalidRequests;
    },
    get limited() {
      return record.limited;
    },
    get mishaps() {
      return record.mishaps;
    },
    messagesIn,
    messageOf(messageId) {
      const message = world.messages.all.get(messageId);
      if (!message) throw new Error(`There is no message ${messageId}.`);
      return message;
    },
    directMessagesTo: (userId) => messagesIn(directChannelOf(world, userId) ?? ''),
  };
}
