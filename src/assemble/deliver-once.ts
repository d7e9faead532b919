import type { Admissions } from '../deliver/admissions.ts';
import { type AdminNoticeTools, runAdminNotices } from '../deliver/run-admin-notices.ts';
import { type AlertTools, runAlerts } from '../deliver/run-alerts.ts';
import { type DigestSettings, type DigestTools, runDigests } from '../deliver/run-digests.ts';
import { isInScope, type RunScope } from '../deliver/run-scope.ts';
import { runShutNotices, type ShutNoticeTools } from '../deliver/run-shut-notices.ts';
import { runUpdates, type UpdateTools } from '../deliver/run-updates.ts';
import { type SendReport, type SendTools, sendDeliveries } from '../deliver/send-deliveries.ts';
import type { Platform } from '../domain/delivery.ts';
import type { WatchRoom } from '../watch/run-watches.ts';

/** What alerts, updates, digests and notices to admins need together. */
export type DeliverTools = DigestTools & AlertTools & UpdateTools & AdminNoticeTools & ShutNoticeTools;

/** What deciding needs of the assembly. */
export interface DecideParts {
  readonly deliver: { readonly tools: DeliverTools; readonly settings: DigestSettings };
  readonly watch: { readonly room: WatchRoom; readonly report: () => Promise<void> };
  /** Those that are on. */
  readonly platforms: ReadonlySet<Platform>;
  /** Of the workspaces on them. */
  readonly admissions: Admissions;
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
  // Before the senders: who is to approve hears of it with this run, and of what it could not post with the next.
  await runAdminNotices(parts.deliver.tools);
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
 * the later facts of posted stories, then digests. A workspace that does not let the bot in is told nothing, so that all of it
 * is told once it does.
 */
export async function decide(
  { deliver: { tools, settings }, watch, platforms, admissions }: DecideParts,
  wanted: Omit<RunScope, 'platforms' | 'shut'>,
): Promise<void> {
  const channels = (await tools.channels.list()).filter(({ ref }) =>
    isInScope(ref, { ...wanted, platforms }),
  );
  const shut = await admissions.shutAmong(channels.map(({ ref }) => ref));
  await runShutNotices(shut, tools);
  const scope = { ...wanted, platforms, shut: shut.map(({ workspace }) => workspace) };
  await watch.room.run();
  await runAlerts(tools, settings, scope);
  await runUpdates(tools, settings, scope);
  await runDigests(tools, settings, scope);
}
