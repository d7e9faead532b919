import type { Channel, ChannelRef } from '../../src/domain/delivery.ts';
import type { StoryMaterial } from '../../src/domain/story.ts';
import type { ChannelSetup, DigestDecision, DigestStore, Untold } from '../../src/ports/digest-store.ts';
import { keptArticleOf } from './in-memory-articles.ts';
import { channelKey, type InMemoryState } from './in-memory-state.ts';

export function inMemoryDigests(state: InMemoryState): DigestStore {
  return {
    setUpChannel: async (setup, nowMs) => {
      state.channels.set(channelKey(setup.ref), channelAfter(state, setup, nowMs));
    },
    channels: async () => [...state.channels.values()],
    untold: async (ref, options) => untold(state, readChannel(state, ref), options),
    commit: async (decision) => commit(state, decision),
  };
}

function channelAfter(state: InMemoryState, setup: ChannelSetup, nowMs: number): Channel {
  const known = state.channels.get(channelKey(setup.ref));
  if (known) return { ...known, ...setup };
  return {
    ...setup,
    setUpAtMs: nowMs,
    toldUpTo: state.articles.length,
    lastSlotMs: nowMs,
    silenceToldAtMs: null,
    lastPostedAtMs: null,
  };
}

function readChannel(state: InMemoryState, ref: ChannelRef): Channel {
  const channel = state.channels.get(channelKey(ref));
  if (channel) return channel;
  throw new Error(
    `The ${ref.platform} channel ${ref.channelId} of workspace ${ref.workspaceId} is not set up.`,
  );
}

function untold(state: InMemoryState, channel: Channel, options: { all: boolean }): Untold {
  const toldUpTo = options.all ? 0 : channel.toldUpTo;
  const kept = state.articles.map(keptArticleOf);
  const fresh = kept.filter((article) => article.sequence > toldUpTo && article.comparison !== null);
  const storyIds = new Set(fresh.map((article) => article.storyId));
  const stories = [...Map.groupBy(kept, (article) => article.storyId)].flatMap(
    ([storyId, articles]): readonly StoryMaterial[] =>
      storyId !== null && storyIds.has(storyId) ? [{ storyId, articles, toldUpTo }] : [],
  );
  return { upTo: state.articles.length, stories };
}

function commit(state: InMemoryState, decision: DigestDecision): 'committed' | 'stale' {
  const channel = readChannel(state, decision.channel);
  if (isStale(channel, decision)) return 'stale';
  owe(state, decision);
  const posts = decision.messages.length > 0 && !decision.tellsSilence;
  state.channels.set(channelKey(decision.channel), {
    ...channel,
    toldUpTo: decision.toldUpTo,
    lastSlotMs: Math.max(channel.lastSlotMs, decision.slotMs),
    ...(decision.tellsSilence ? { silenceToldAtMs: decision.decidedAtMs } : {}),
    ...(posts ? { silenceToldAtMs: null, lastPostedAtMs: decision.decidedAtMs } : {}),
  });
  return 'committed';
}

function isStale(channel: Channel, decision: DigestDecision): boolean {
  if (channel.toldUpTo !== decision.toldUpToBefore) return true;
  const movesCursor = decision.toldUpTo !== decision.toldUpToBefore;
  return decision.messages.length > 0 && !movesCursor && decision.slotMs <= channel.lastSlotMs;
}

function owe(state: InMemoryState, decision: DigestDecision): void {
  const keys = new Set(state.deliveries.map(({ delivery }) => delivery.key));
  for (const { key } of decision.messages) {
    if (keys.has(key)) throw new Error(`A delivery with the key ${key} is there already.`);
    keys.add(key);
  }
  const channel = channelKey(decision.channel);
  const before = state.deliveries.filter(({ delivery }) => channelKey(delivery.channel) === channel);
  for (const [index, message] of decision.messages.entries()) {
    state.deliveries.push({
      delivery: {
        ...message,
        channel: decision.channel,
        sequence: before.length + 1 + index,
        state: 'owed',
        attempts: 0,
        messageId: null,
        lastProblem: null,
      },
      mayBePosted: false,
      dueAtMs: decision.decidedAtMs,
      leaseUntilMs: 0,
    });
  }
}
