import type { Attempt, Publisher } from '../../../src/ports/publisher.ts';
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

  /** A call that pauses asks the platform nothing meanwhile: the clock may be moved on, and by the call itself. */
  function counted<T>(attempt: Attempt, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const pausing: Attempt = {
      isOver: attempt.isOver,
      async pause(ms) {
        underWay.delete(call);
        await attempt.pause(ms);
        underWay.add(call);
      },
    };
    const call = Promise.resolve().then(() => work(pausing));
    underWay.add(call);
    const done = () => void underWay.delete(call);
    call.then(done, done);
    return call;
  }

  return {
    publisher: {
      platform: publisher.platform,
      channelIntervalMs: publisher.channelIntervalMs,
      admissionTo: (workspace) => publisher.admissionTo(workspace),
      publish: (message, attempt) => counted(attempt, (pausing) => publisher.publish(message, pausing)),
      revise: (messageId, message, attempt) =>
        counted(attempt, (pausing) => publisher.revise(messageId, message, pausing)),
      find: (sought, attempt) => counted(attempt, (pausing) => publisher.find(sought, pausing)),
    },
    async wait(ms) {
      const wakeAtMs = clock.nowMs() + ms;
      while (underWay.size > 0) await Promise.allSettled(underWay);
      clock.moveTo(wakeAtMs);
    },
  };
}
