import type { Store } from '../../../adapters/store/store.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';

/** Moments at which a process dies on purpose, each named for what it has just done. */
export const crashPoints = ['decided', 'claimed', 'looked_for', 'sent'] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** A process that ends at the given point, the `countdown`-th time that it comes there. */
export interface PlannedCrash {
  readonly point: CrashPoint;
  readonly countdown: number;
}

type Passed = (point: CrashPoint) => void;

/** What a process under way calls at each point. */
export function plannedDeath(plan: PlannedCrash | null): Passed {
  let left = plan?.countdown ?? Number.POSITIVE_INFINITY;
  return (point) => {
    if (point !== plan?.point) return;
    left -= 1;
    // Nothing runs after this: no handler, no buffer is flushed, the store's thread dies with it.
    if (left <= 0) process.kill(process.pid, 'SIGKILL');
  };
}

/** A store after whose commits and claims the process may die. */
export function storeWithDeaths(store: Store, passed: Passed): Store {
  const { digests, alerts, postings, deliveries } = store;
  const dying =
    <A extends readonly unknown[], R>(point: CrashPoint, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const answer = await work(...args);
      if (answer !== null) passed(point);
      return answer;
    };
  return {
    ...store,
    digests: { ...digests, commit: dying('decided', digests.commit) },
    alerts: { ...alerts, commit: dying('decided', alerts.commit) },
    postings: { ...postings, commit: dying('decided', postings.commit) },
    deliveries: { ...deliveries, claimNext: dying('claimed', deliveries.claimNext) },
  };
}

/** A publisher at which the process may die: when the platform took a message and nothing is recorded yet. */
export function publisherWithDeaths(publisher: Publisher, passed: Passed): Publisher {
  return {
    platform: publisher.platform,
    channelIntervalMs: publisher.channelIntervalMs,
    admissionTo: (workspace) => publisher.admissionTo(workspace),
    async publish(message, attempt) {
      const outcome = await publisher.publish(message, attempt);
      passed('sent');
      return outcome;
    },
    async revise(messageId, message, attempt) {
      const outcome = await publisher.revise(messageId, message, attempt);
      passed('sent');
      return outcome;
    },
    async find(sought, attempt) {
      const outcome = await publisher.find(sought, attempt);
      passed('looked_for');
      return outcome;
    },
  };
}
