import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { ChannelRef, Delivery, Platform } from '../../../src/domain/delivery.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { setup } from './channel-setup.ts';

/** As long as a sender holds a message. */
export const leaseMs = 60_000;
export const hourMs = 3_600_000;

/** An outbox on a store of its own, with one platform that answers as it is told. */
export async function openOutbox(keys: readonly string[]) {
  const store = inMemoryStore();
  const clock = new FixedClock('2024-03-05T08:00:00Z');
  const publisher = createRecordingPublisher('console');
  const log = new RecordingLog();
  const tools = {
    deliveries: store.deliveries,
    publishers: new Map<Platform, Publisher>([['console', publisher]]),
    clock,
    log,
  };
  let slots = 0;

  /** Owes messages to a channel, all but the first in the thread of the first. */
  async function owe(owed: readonly string[], ref: ChannelRef = setup.ref): Promise<void> {
    await store.digests.setUpChannel({ ...setup, ref }, clock.nowMs());
    slots += 1;
    await store.digests.commit({
      channel: ref,
      toldUpToBefore: 0,
      toldUpTo: 0,
      slotMs: clock.nowMs() + slots,
      decidedAtMs: clock.nowMs(),
      messages: owed.map((key, index) => ({
        key,
        document: { kind: 'notice', heading: key, paragraphs: [] },
        threadOf: index === 0 ? null : (owed[0] ?? null),
      })),
      tellsSilence: false,
    });
  }

  async function deliveryOf(key: string): Promise<Delivery> {
    const found = (await store.deliveries.list({ limit: 100 })).find((each) => each.key === key);
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
    owe,
    deliveryOf,
    send: () => sendDeliveries(tools),
    /** A sender claims the next message and dies before it records anything. */
    claimAndCrash: () => store.deliveries.claimNext({ nowMs: clock.nowMs(), leaseMs }),
    posted: () => publisher.posted.map(({ key }) => key),
  };
}
