import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import type { OutgoingMessage } from '../../src/ports/publisher.ts';
import { findPartsAfter, partOfMessage } from './find-message.ts';
import type { DiscordMessageLayout } from './messages.ts';
import type { DiscordMessage, PublishApi } from './publish-api.ts';
import { tagIdsAnew } from './publish-forum.ts';
import { withoutNonce } from './publish-parts.ts';
import type { StandingPlace } from './publish-place.ts';
import { inThread } from './publish-thread.ts';
import { isComponentsV2 } from './render-container.ts';
import type { MessagePart } from './render-key.ts';

export interface ReviseTools {
  readonly api: PublishApi;
  /** So far apart are the changes. */
  readonly channelIntervalMs: number;
  readonly renderers: Readonly<Record<DiscordMessageLayout, PayloadRenderer>>;
}

/**
 * Rewrites a delivery's messages in the layout in which they stand, under the key that they carry. More are needed than
 * stand: the others are posted. Fewer: the others are deleted, before the first one says that they are none of it, so that
 * a broken-off attempt is carried through by the next.
 */
export async function reviseMessages(
  at: StandingPlace,
  message: OutgoingMessage,
  tools: ReviseTools,
): Promise<void> {
  const { api } = tools;
  const first = await api.message(at.place, at.message);
  const known = partOfMessage(first) ?? { key: message.key, part: 1, total: 1 };
  const { mentions, language } = message;
  const renderer = tools.renderers[layoutOf(first)];
  const payloads = renderer.render(message.document, { key: known.key, mentions, language });
  const standing = await partsOf(at, known, payloads.length, api);
  const here = { kind: 'place', place: at.place, isAnnouncement: false } as const;
  let isFollowing = false;
  const change = async <T>(work: () => Promise<T>) => {
    if (isFollowing) await api.pause(tools.channelIntervalMs);
    isFollowing = true;
    return inThread(here, '', api, work);
  };
  for (const [part, id] of standing) {
    if (part > payloads.length) await change(() => api.remove(at.place, id));
  }
  for (const [index, payload] of payloads.entries()) {
    const id = standing.get(index + 1);
    if (id === undefined) await change(() => api.post(at.place, payload));
    else await change(() => api.edit(at.place, id, withoutNonce(payload)));
  }
  if (at.place === at.message) await inThread(here, '', api, () => tagAnew(at.place, message, api));
}

/** The first message of a forum's post has the post's id; its tags tell the verdict of now. */
async function tagAnew(post: string, { channel, document, language }: OutgoingMessage, api: PublishApi) {
  const [forum, present] = [await api.channel(channel.channelId), await api.channel(post)];
  const tagIds = tagIdsAnew(document, forum, present, language);
  const isSame = [...tagIds].sort().join() === [...(present.applied_tags ?? [])].sort().join();
  // A forum may ask for a tag on each post: one that is out of date is better than none there.
  if (!isSame && tagIds.length > 0) await api.tagPost(post, tagIds);
}

function layoutOf({ flags }: DiscordMessage): DiscordMessageLayout {
  return ((flags ?? 0) & isComponentsV2) === 0 ? 'embeds' : 'components';
}

/** Message ids by part. Most deliveries have one message, which is not looked for. */
async function partsOf(
  { place, message }: StandingPlace,
  { key, total }: MessagePart,
  needed: number,
  api: PublishApi,
): Promise<ReadonlyMap<number, string>> {
  const parts = new Map([[1, message]]);
  if (Math.max(total, needed) === 1) return parts;
  // The others were posted after the first one, mostly right after it.
  const others = await findPartsAfter(message, key, place, api);
  return new Map([...(others?.parts ?? []), ...parts]);
}
