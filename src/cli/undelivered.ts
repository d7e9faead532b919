import type { SendReport } from '../deliver/send-deliveries.ts';
import type { Delivery } from '../domain/delivery.ts';

/** Enough for the messages of a day of retries; only the newest can still be owed. */
export const deliveriesLooked = 200;

/**
 * A sentence for each message that a run left undelivered: given up in this run, or waiting after a failure, be it an
 * earlier run's. `newestFirst` is the outbox as it is after the run.
 */
export function undelivered(
  newestFirst: readonly Delivery[],
  { dead }: Pick<SendReport, 'dead'>,
): readonly string[] {
  const waiting = newestFirst.filter(isStuck);
  const givenUp = newestFirst.filter(({ state }) => state === 'dead').slice(0, dead);
  return [...givenUp, ...waiting].map(
    (delivery) => `Message ${delivery.key} ${conditionOf(delivery)}: ${problemOf(delivery)}`,
  );
}

/** Owed, and failed before. Those behind it in its channel wait for it and have no problem of their own. */
export function isStuck({ state, lastProblem }: Delivery): boolean {
  return state === 'owed' && lastProblem !== null;
}

export function problemOf({ lastProblem }: Delivery): string {
  return lastProblem ?? 'No reason was recorded.';
}

function conditionOf({ state }: Delivery): string {
  return state === 'dead' ? 'was given up' : 'was not delivered and will be tried again';
}
