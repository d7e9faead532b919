import { channelKey } from '../../src/domain/channel-key.ts';
import type { Follow } from '../../src/domain/posting.ts';
import type { FollowStore } from '../../src/ports/follow-store.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryFollows(state: InMemoryState): FollowStore {
  return {
    list: async () => [...state.follows.values()],
    add: async (follow, audit) => {
      if (state.follows.has(placeOf(follow))) return;
      state.follows.set(placeOf(follow), follow);
      state.audit.push(audit);
    },
    remove: async (follow, audit) => {
      const places = [...state.follows].flatMap(([place, other]) => (isSame(follow, other) ? [place] : []));
      for (const place of places) state.follows.delete(place);
      if (places.length > 0) state.audit.push(audit);
    },
  };
}

/** A mute is the channel's, whoever asked for it. */
function isSame(follow: Omit<Follow, 'atMs'>, other: Follow): boolean {
  const personId = follow.kind === 'mute' ? other.personId : follow.personId;
  return placeOf({ ...follow, personId }) === placeOf(other);
}

function placeOf({ kind, channel, subject, personId }: Omit<Follow, 'atMs'>): string {
  return JSON.stringify([kind, channelKey(channel), subject.kind, subject.id, personId]);
}
