import type { Channel } from '../../src/domain/channel.ts';
import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { ArchivedDigest, DigestDecision, DigestStore, Untold } from '../../src/ports/digest-store.ts';
import { findRecord, notify, owe } from './in-memory-outbox.ts';
import { isToldFurther, savePostings, storyOf, tellAnew } from './in-memory-postings.ts';
import { type InMemoryState, readChannel } from './in-memory-state.ts';

type UntoldOptions = Parameters<DigestStore['untold']>[1];

export function inMemoryDigests(state: InMemoryState): DigestStore {
  return {
    untold: async (ref, options) => untold(state, ref, options),
    commit: async (decision) => commit(state, decision),
    archive: async (ref, limit) => archive(state, ref, limit),
  };
}

function untold(state: InMemoryState, ref: ChannelRef, options: UntoldOptions): Untold {
  const { toldUpTo: cursor } = readChannel(state, ref).channel;
  const upTo = options.matchedOnly && state.watches.size > 0 ? state.matchedUpTo : state.articles.length;
  const storyIds = new Set(
    state.articles.flatMap(({ decision }) => (decision.comparison ? (decision.storyId ?? []) : [])),
  );
  const compared = new Set(
    state.articles.flatMap(({ decision, sequence }) => (decision.comparison ? [sequence] : [])),
  );
  const stories = [...storyIds]
    .map((storyId) => storyOf(state, ref, storyId, options.all))
    .map((story) => ({ ...story, articles: story.articles.filter(({ sequence }) => sequence <= upTo) }))
    .filter(({ articles, toldUpTo }) =>
      articles.some(({ sequence }) => sequence > toldUpTo && compared.has(sequence)),
    )
    .toSorted((a, b) => (a.articles[0]?.sequence ?? 0) - (b.articles[0]?.sequence ?? 0));
  return { upTo: Math.max(options.all ? 0 : cursor, upTo), stories };
}

function commit(state: InMemoryState, decision: DigestDecision): 'committed' | 'stale' {
  const record = readChannel(state, decision.channel);
  const { channel } = record;
  if (isStale(channel, decision)) return 'stale';
  if (isToldFurther(state, decision.channel, decision.storiesToldUpTo)) return 'stale';
  owe(state, decision.channel, decision.messages, decision.decidedAtMs);
  notify(state, decision.notices, decision.decidedAtMs);
  savePostings(state, decision.postings);
  tellAnew(state, decision.channel, Object.keys(decision.storiesToldUpTo));
  if (decision.messages.length > 0) state.digests.push(decision);
  const posts = decision.messages.length > 0 && !decision.tellsSilence;
  record.channel = {
    ...channel,
    toldUpTo: decision.toldUpTo,
    lastSlotMs: Math.max(channel.lastSlotMs, decision.slotMs),
    ...(decision.tellsSilence ? { silenceToldAtMs: decision.decidedAtMs } : {}),
    ...(posts ? { silenceToldAtMs: null, lastPostedAtMs: decision.decidedAtMs } : {}),
  };
  return 'committed';
}

function isStale(channel: Channel, decision: DigestDecision): boolean {
  if (channel.toldUpTo !== decision.toldUpToBefore) return true;
  const movesCursor = decision.toldUpTo !== decision.toldUpToBefore;
  return decision.messages.length > 0 && !movesCursor && decision.slotMs <= channel.lastSlotMs;
}

function archive(state: InMemoryState, ref: ChannelRef, limit: number): readonly ArchivedDigest[] {
  return state.digests
    .filter((digest) => channelKey(digest.channel) === channelKey(ref) && !digest.tellsSilence)
    .reverse()
    .slice(0, limit)
    .map(({ slotMs, decidedAtMs, messages }) => {
      const key = messages[0]?.key ?? '';
      return {
        key,
        slotMs,
        decidedAtMs,
        messages,
        permalink: findRecord(state, key)?.delivery.permalink ?? null,
      };
    });
}
