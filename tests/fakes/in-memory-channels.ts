import type { Channel, ChannelSettings } from '../../src/domain/channel.ts';
import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { areStill, lastSlotAfter, reconfigured } from '../../src/domain/reconfigured.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryChannels(state: InMemoryState): ChannelStore {
  return {
    configure: async ({ ref, settings }, nowMs) => {
      const record = state.channels.get(channelKey(ref));
      if (!record) return setUp(state, ref, settings, settings, nowMs);
      const present = reconfigured(record.channel.settings, record.configured, settings);
      record.channel = withSettings(record.channel, present, nowMs);
      record.configured = settings;
    },
    list: async () => [...state.channels.values()].map(({ channel }) => channel),
    change: async (ref, settings, audit) => {
      const record = state.channels.get(channelKey(ref));
      if (record && !areStill(record.channel.settings, audit.before)) {
        throw new Error('Somebody else changed these settings meanwhile. Look at them, and try again.');
      }
      if (record) record.channel = withSettings(record.channel, settings, audit.atMs);
      if (record && settings.quiet === null) endQuietHolds(state, ref, audit.atMs);
      if (!record) setUp(state, ref, settings, null, audit.atMs);
      state.audit.push(audit);
    },
  };
}

/** Without quiet hours nothing waits for their end. */
function endQuietHolds(state: InMemoryState, ref: ChannelRef, nowMs: number): void {
  for (const record of state.deliveries) {
    const { delivery } = record;
    if (delivery.hold?.kind !== 'quiet' || channelKey(delivery.channel) !== channelKey(ref)) continue;
    record.delivery = { ...delivery, hold: { kind: 'quiet', untilMs: nowMs } };
  }
}

function withSettings(channel: Channel, settings: ChannelSettings, nowMs: number): Channel {
  return { ...channel, settings, lastSlotMs: lastSlotAfter(channel, settings, nowMs) };
}

function setUp(
  state: InMemoryState,
  ref: ChannelRef,
  settings: ChannelSettings,
  configured: ChannelSettings | null,
  nowMs: number,
): void {
  const channel = {
    ref,
    settings,
    setUpAtMs: nowMs,
    toldUpTo: state.articles.length,
    lastSlotMs: nowMs,
    silenceToldAtMs: null,
    lastPostedAtMs: null,
  };
  state.channels.set(channelKey(ref), { channel, configured });
}
