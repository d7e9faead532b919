import { type AlertTools, runAlerts } from '../deliver/run-alerts.ts';
import { type DigestSettings, type DigestTools, runDigests } from '../deliver/run-digests.ts';
import type { RunScope } from '../deliver/run-scope.ts';
import { runUpdates, type UpdateTools } from '../deliver/run-updates.ts';
import { type SendReport, type SendTools, sendDeliveries } from '../deliver/send-deliveries.ts';
import type { WatchRoom } from '../watch/run-watches.ts';

/** What alerts, updates and digests need together. */
export type DeliverTools = DigestTools & AlertTools & UpdateTools;

/** What deciding needs of the assembly. */
export interface DecideParts {
  readonly deliver: { readonly tools: DeliverTools; readonly settings: DigestSettings };
  readonly watch: { readonly room: WatchRoom; readonly report: () => Promise<void> };
}

export interface DeliverParts extends DecideParts {
  readonly send: SendTools;
}

export interface DeliverOptions {
  /** False for `run --once`: all that is untold is told, whatever the schedule says. */
  readonly dueOnly: boolean;
  /** Aborted, no further message is sent or waited for: what is owed stays owed. */
  readonly signal?: AbortSignal;
}

/**
 * One deliver: first what is owed from before, as far as it can be sent now; then what is decided now. The reports on
 * watches come last, so that nothing waits for them.
 */
export async function deliverOnce(
  parts: DeliverParts,
  { dueOnly, signal = new AbortController().signal }: DeliverOptions,
): Promise<SendReport> {
  const before = await sendDeliveries(parts.send, { patienceMs: 0, signal });
  await decide(parts, { dueOnly });
  const after = await sendDeliveries(parts.send, { signal });
  await parts.watch.report();
  return {
    posted: before.posted + after.posted,
    postponed: before.postponed + after.postponed,
    dead: before.dead + after.dead,
  };
}

/**
 * Decides what the channels of a scope are told. Each step leaves to the next what it did not tell: alerts first, then
 * the later facts of posted stories, then digests.
 */
export async function decide(
  { deliver: { tools, settings }, watch }: DecideParts,
  scope: RunScope,
): Promise<void> {
  await watch.room.run();
  await runAlerts(tools, settings, scope);
  await runUpdates(tools, settings, scope);
  await runDigests(tools, settings, scope);
}
