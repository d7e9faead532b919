import type { OutgoingMessage } from '../../src/ports/publisher.ts';
import type { StandingParts } from './find-message.ts';
import type { DiscordPayload } from './messages.ts';
import type { PublishApi } from './publish-api.ts';
import { tagIdsFor } from './publish-forum.ts';
import type { StandingPlace } from './publish-place.ts';
import type { PublishTarget } from './publish-target.ts';
import { inThread } from './publish-thread.ts';
import { threadTitle, titleOf } from './render-title.ts';

/** What is posted, and what of it stands already. */
export interface PartsToPost {
  readonly message: OutgoingMessage;
  readonly payloads: readonly DiscordPayload[];
  readonly standing: StandingParts | null;
  /** So far apart are its messages. */
  readonly channelIntervalMs: number;
  /** Told of what stands after each part, so that another attempt goes on from there. */
  readonly onPosted: (standing: StandingParts) => void;
}

/** Posts the parts that do not stand yet, in their order; resolves with all that stand then. */
export async function postParts(
  job: PartsToPost,
  target: PublishTarget,
  api: PublishApi,
): Promise<StandingParts> {
  const { payloads, onPosted, channelIntervalMs } = job;
  let isFollowing = false;
  let standing = job.standing ?? emptyAt(target, payloads.length);
  for (const [index, payload] of payloads.entries()) {
    const part = index + 1;
    if (standing.parts.has(part)) continue;
    if (isFollowing) await api.pause(channelIntervalMs);
    isFollowing = true;
    const { place, message } = await postPart(payload, { ...job, standing }, target, api);
    standing = { place, parts: new Map([...standing.parts, [part, message]]), total: payloads.length };
    onPosted(standing);
  }
  return standing;
}

function emptyAt(target: PublishTarget, total: number): StandingParts {
  return { place: target.kind === 'forum' ? '' : target.place, parts: new Map(), total };
}

async function postPart(
  payload: DiscordPayload,
  { message: { document, language }, standing }: Omit<PartsToPost, 'standing'> & { standing: StandingParts },
  target: PublishTarget,
  api: PublishApi,
): Promise<StandingPlace> {
  if (target.kind === 'forum' && standing.parts.size === 0) {
    const post = await api.startPost(target.forum.id, {
      name: titleOf(document, language),
      tagIds: tagIdsFor(document, target.forum, language),
      message: withoutNonce(payload),
    });
    return { place: post, message: post };
  }
  const { place } = standing;
  const inside: Exclude<PublishTarget, { kind: 'forum' }> =
    target.kind === 'forum' ? { kind: 'place', place, isAnnouncement: false } : target;
  const name = threadTitle(document, place, language);
  return { place, message: await inThread(inside, name, api, () => api.post(place, payload)) };
}

/** Posts of forums and edits have none. */
export function withoutNonce({ nonce: _, enforce_nonce: __, ...payload }: DiscordPayload): DiscordPayload {
  return payload;
}
