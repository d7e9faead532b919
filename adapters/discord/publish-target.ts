import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';
import { personOf } from '../../src/domain/workspace.ts';
import { channelType } from './channel-types.ts';
import type { DiscordChannel, PublishApi } from './publish-api.ts';
import { type StandingPlace, threadBelow } from './publish-place.ts';

/** Where a message goes. */
export type PublishTarget =
  /** A channel, a thread that stands, or direct messages. */
  | { readonly kind: 'place'; readonly place: string; readonly isAnnouncement: boolean }
  /** The thread of a message, which is started by the first message that goes into it, and then has that message's id. */
  | { readonly kind: 'thread'; readonly place: string; readonly channel: string }
  /** A post of its own in a forum. */
  | { readonly kind: 'forum'; readonly forum: DiscordChannel };

const forumTypes: readonly number[] = [channelType.forum, channelType.media];
/** Voice channels and threads have none. */
const typesWithThreads: readonly number[] = [channelType.text, channelType.announcement];

/** Finds out where messages go; remembers what does not change while the process lives. */
export interface PublishTargets {
  /**
   * `head` is the message in whose thread it goes, `null` for a message of the channel itself. An item of a digest (`story`)
   * goes below the digest's message, but in a forum, which has no room for it there: it is a post of its own, in which its
   * updates follow.
   */
  of(
    channel: ChannelRef,
    head: StandingPlace | null,
    api: PublishApi,
    kind?: MessageDocument['kind'],
  ): Promise<PublishTarget>;
}

export function createPublishTargets(): PublishTargets {
  const directs = new Map<string, string>();
  const channels = new Map<string, DiscordChannel>();

  async function directOf(personId: string, api: PublishApi): Promise<string> {
    const direct = directs.get(personId) ?? (await api.openDirect(personId));
    directs.set(personId, direct);
    return direct;
  }

  /** A forum is asked for each time: its tags are changed by people. */
  async function channelOf(id: string, api: PublishApi): Promise<DiscordChannel> {
    const channel = channels.get(id) ?? (await api.channel(id));
    if (!forumTypes.includes(channel.type)) channels.set(id, channel);
    return channel;
  }

  return {
    async of(ref, head, api, kind) {
      const personId = personOf(ref);
      if (personId !== null) return placeTarget(await directOf(personId, api));
      const hasOwnPost = head === null || kind === 'story';
      if (isBelow(head, ref) && !hasOwnPost) return placeTarget(threadBelow(head, ref));
      const channel = await channelOf(ref.channelId, api);
      const isForum = forumTypes.includes(channel.type);
      return isForum && hasOwnPost ? { kind: 'forum', forum: channel } : targetIn(channel, head, ref);
    },
  };
}

function targetIn({ type }: DiscordChannel, head: StandingPlace | null, ref: ChannelRef): PublishTarget {
  if (head === null) return placeTarget(ref.channelId, type === channelType.announcement);
  const place = threadBelow(head, ref);
  if (isBelow(head, ref)) return placeTarget(place);
  return typesWithThreads.includes(type)
    ? { kind: 'thread', place, channel: ref.channelId }
    : placeTarget(ref.channelId);
}

/** Does the head stand in a thread or a post, and not in the channel itself? */
function isBelow(head: StandingPlace | null, { channelId }: ChannelRef): head is StandingPlace {
  return head !== null && head.place !== channelId;
}

function placeTarget(place: string, isAnnouncement = false): PublishTarget {
  return { kind: 'place', place, isAnnouncement };
}
