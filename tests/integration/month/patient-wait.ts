import type { Publisher } from '../../../src/ports/publisher.ts';
import type { StoredClock } from './stored-clock.ts';

export interface PatientWait {
  /** The publisher, whose calls under way are counted. */
  readonly publisher: Publisher;
  /** Moves the clock on instead of waiting. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Simulated waiting. The clock stands still while the platform is asked something: leases would else run out within
 * the milliseconds that a living sender takes.
 */
export function createPatientWait(publisher: Publisher, clock: StoredClock): PatientWait {
  const underWay = new Set<Promise<unknown>>();

  function counted<T>(call: Promise<T>): Promise<T> {
    underWay.add(call);
    const done = () => void underWay.delete(call);
    call.then(done, done);
    return call;
  }

  return {
    publisher: {
      platform: publisher.platform,
      channelIntervalMs: publisher.channelIntervalMs,
      publish: (message) => counted(publisher.publish(message)),
      revise: (messageId, message) => counted(publisher.revise(messageId, message)),
      find: (key, channel, threadMessageId) => counted(publisher.find(key, channel, threadMessageId)),
    },
    async wait(ms) {
      const wakeAtMs = clock.nowMs() + ms;
      while (underWay.size > 0) await Promise.allSettled(underWay);
      clock.moveTo(wakeAtMs);
    },
  };
}
