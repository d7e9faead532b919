import type { Channel } from '../domain/channel.ts';
import { slotCronsOf } from '../domain/digest-slots.ts';
import { quietUntilMs } from '../domain/quiet-hours.ts';
import type { Schedule } from '../ports/schedule.ts';

const minuteMs = 60_000;

/**
 * The slot of a channel's plan to act on now, epoch milliseconds; `null` while it is paused, while it is quiet, and
 * when the latest slot was acted on. Only the latest counts: all that were missed while the bot was stopped, the
 * channel paused or the hours quiet are one digest, as soon as there can be one.
 */
export function dueSlotMs(channel: Channel, schedule: Schedule, nowMs: number): number | null {
  const { isPaused, quiet, zone } = channel.settings;
  if (isPaused) return null;
  const slotMs = latestSlotMs(channel, schedule, nowMs);
  if (slotMs === null || slotMs <= channel.lastSlotMs) return null;
  return quietUntilMs(quiet, zone, nowMs) === null ? slotMs : null;
}

function latestSlotMs({ settings }: Channel, schedule: Schedule, nowMs: number): number | null {
  const { plan, zone } = settings;
  // Not by its cron: a wall time shown twice is one slot, and an hour of every autumn would be silent.
  if (plan.kind === 'realtime') return Math.floor(nowMs / minuteMs) * minuteMs;
  const slots = slotCronsOf(plan).map((cron) => schedule.latestSlotMs(cron, zone, nowMs));
  return slots.length > 0 ? Math.max(...slots) : null;
}
