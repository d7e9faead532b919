import type { Assembly } from '../assemble.ts';
import { runAlerts } from '../deliver/run-alerts.ts';
import { runDigests } from '../deliver/run-digests.ts';
import { runUpdates } from '../deliver/run-updates.ts';
import { type SendReport, sendDeliveries } from '../deliver/send-deliveries.ts';

/** What one deliver needs of the assembly. */
export type DeliverParts = Pick<Assembly, 'send' | 'deliver' | 'watch'>;

export interface DeliverOptions {
  /** False for `run --once`: all that is untold is told, whatever the schedule says. */
  readonly dueOnly: boolean;
  /** Aborted, no further message is sent or waited for: what is owed stays owed. */
  readonly signal?: AbortSignal;
}

/**
 * One deliver: first what is owed from before, as far as it can be sent now; then what the watches match and the channels
 * are due. Alerts come before digests, which do not tell their stories again.
 */
export async function deliverOnce(
  { send, deliver: { tools, settings }, watch }: DeliverParts,
  { dueOnly, signal = new AbortController().signal }: DeliverOptions,
): Promise<SendReport> {
  const before = await sendDeliveries(send, { patienceMs: 0, signal });
  await watch.room.run();
  await watch.report();
  await runAlerts(tools, settings, { dueOnly });
  await runUpdates(tools, settings);
  await runDigests(tools, settings, { dueOnly });
  const after = await sendDeliveries(send, { signal });
  return {
    posted: before.posted + after.posted,
    postponed: before.postponed + after.postponed,
    dead: before.dead + after.dead,
  };
}
