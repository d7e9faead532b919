import { type SendOptions, sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { ChannelRef, Delivery, OwedMessage, Platform } from '../../../src/domain/delivery.ts';
import type { NoticeDocument } from '../../../src/domain/message-document.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { setup } from './channel-setup.ts';

/** As long as a sender holds a message. */
export const leaseMs = 60_000;
export const hourMs = 3_600_000;

/** An outbox on a store of its own, with one platform that answers as it is told. Waiting moves the clock. */
export async function openOutbox(
  keys: readonly string[],
  options: { readonly channelIntervalMs?: number } = {},
) {
  const store = inMemoryStore();
  const clock = new FixedClock('2024-03-05T08:00:00Z');
  const publisher = createRecordingPublisher('console', options);
  const log = new RecordingLog();
  const waitsMs: number[] = [];
  const tools = {
    deliveries: store.deliveries,
    publishers: new Map<Platform, Publisher>([['console', publisher]]),
    clock,
    log,
    wait: async (ms: number) => {
      waitsMs.push(ms);
      clock.advance(ms);
    },
  };
  let slots = 0;

  async function oweMessages(messages: readonly OwedMessage[], ref: ChannelRef = setup.ref): Promise<void> {
    await store.channels.configure({ ...setup, ref }, clock.nowMs());
    slots += 1;
    await store.digests.commit({
      channel: ref,
      toldUpToBefore: 0,
      toldUpTo: 0,
      slotMs: clock.nowMs() + slots,
      decidedAtMs: clock.nowMs(),
      ...{ messages, notices: [] },
      postings: [],
      storiesToldUpTo: {},
      tellsSilence: false,
    });
  }

  /** Owes messages to a channel, all but the first in the thread of the first. */
  function owe(owed: readonly string[], ref: ChannelRef = setup.ref): Promise<void> {
    const [head, ...items] = owed;
    if (head === undefined) return Promise.resolve();
    return oweMessages([noticeOf(head), ...items.map((key) => noticeOf(key, { threadOf: head }))], ref);
  }

  async function deliveryOf(key: string): Promise<Delivery> {
    const found = (await store.deliveries.list({ limit: 5_000 })).find((each) => each.key === key);
    if (!found) throw new Error(`Nothing is owed under ${key}.`);
    return found;
  }

  await owe(keys);
  return {
    store,
    clock,
    publisher,
    log,
    tools,
    waitsMs,
    owe,
    oweMessages,
    deliveryOf,
    /** Sends what is due now, and waits for nothing. */
    send: () => sendDeliveries(tools, { patienceMs: 0 }),
    sendPatiently: (options: SendOptions = {}) => sendDeliveries(tools, options),
    /** A sender claims the next message and dies before it records anything. */
    claimAndCrash: () => store.deliveries.claimNext({ nowMs: clock.nowMs(), leaseMs }),
    posted: () => publisher.posted.map(({ key }) => key),
  };
}

/** A message that says its key. */
export function noticeOf(key: string, changes: Partial<OwedMessage> = {}): OwedMessage {
  const document: NoticeDocument = { kind: 'notice', heading: key, paragraphs: [] };
  return { key, document, threadOf: null, revises: null, mentions: [], hold: null, ...changes };
}
