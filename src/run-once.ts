import type { Assembly } from './assemble.ts';
import { type CollectProgress, type CollectReport, runCollect } from './collect/run-collect.ts';
import { runDigests } from './deliver/run-digests.ts';
import { type SendReport, sendDeliveries } from './deliver/send-deliveries.ts';

export interface RunOptions {
  /** False for `run --once`: every source is polled, and all that is untold is told, whatever the schedule says. */
  readonly dueOnly: boolean;
  readonly onProgress: (progress: CollectProgress) => void;
}

/** One collect: reads what is new and keeps it. */
export function collectOnce({ collect }: Assembly, options: RunOptions): Promise<CollectReport> {
  return runCollect(collect.tools, collect.limits, options);
}

/** One deliver: first what is owed from before, then what the channels are due, so that the order is kept. */
export async function deliverOnce(
  assembly: Assembly,
  { dueOnly }: Pick<RunOptions, 'dueOnly'>,
): Promise<SendReport> {
  const before = await sendDeliveries(assembly.send);
  await runDigests(assembly.digests.tools, assembly.digests.settings, { dueOnly });
  const after = await sendDeliveries(assembly.send);
  return {
    posted: before.posted + after.posted,
    postponed: before.postponed + after.postponed,
    dead: before.dead + after.dead,
  };
}
