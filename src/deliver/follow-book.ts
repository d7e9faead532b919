import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import type { Follow } from '../domain/posting.ts';

type Subject = Follow['subject'];

/** Follows and mutes, looked up by channel and subject. */
export interface FollowBook {
  isMuted(channel: ChannelRef, subject: Subject): boolean;
  /** Ids of persons, in an order that does not hang on the order of the follows. */
  followersOf(channel: ChannelRef, subject: Subject): readonly string[];
}

export function openFollowBook(follows: readonly Follow[]): FollowBook {
  const byPlace = Map.groupBy(follows, ({ kind, channel, subject }) => placeOf(kind, channel, subject));
  return {
    isMuted: (channel, subject) => byPlace.has(placeOf('mute', channel, subject)),
    followersOf: (channel, subject) =>
      (byPlace.get(placeOf('follow', channel, subject)) ?? []).map(({ personId }) => personId).toSorted(),
  };
}

function placeOf(kind: Follow['kind'], channel: ChannelRef, subject: Subject): string {
  return JSON.stringify([kind, channelKey(channel), subject.kind, subject.id]);
}
