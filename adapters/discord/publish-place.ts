import type { ChannelRef } from '../../src/domain/delivery.ts';
import { personOf } from '../../src/domain/workspace.ts';

/**
 * Where a message stands. `place` is the id of a channel, a thread, or a direct channel: Discord's addresses need it beside
 * the message's own.
 */
export interface StandingPlace {
  readonly place: string;
  readonly message: string;
}

/** The publisher's message id: `PLACE/MESSAGE`. A forum post's first message has the id of its post: `POST/POST`. */
export function messageIdOf({ place, message }: StandingPlace): string {
  return `${place}/${message}`;
}

/** `null` for an id that no publisher of Discord gave. */
export function standingPlaceOf(messageId: string): StandingPlace | null {
  const [place, message, ...rest] = messageId.split('/');
  return place && message && rest.length === 0 ? { place, message } : null;
}

/** Where people open it. */
export function permalinkOf(channel: ChannelRef, { place, message }: StandingPlace): string {
  const server = personOf(channel) === null ? channel.workspaceId : '@me';
  return `https://discord.com/channels/${server}/${place}/${message}`;
}

/**
 * The thread to which messages below a head belong: that of the head's own message where it stands in the channel itself,
 * else the thread, forum post or direct channel in which it stands, since threads have no threads.
 */
export function threadBelow(head: StandingPlace, channel: ChannelRef): string {
  return head.place === channel.channelId ? head.message : head.place;
}
