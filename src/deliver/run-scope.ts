import type { Channel } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import type { Schedule } from '../ports/schedule.ts';
import { dueSlotMs } from './due-slot.ts';

/** Which channels a run is for, and whether their schedules have a say in it. */
export interface RunScope {
  /** With `false` schedule, quiet hours and pause are ignored: somebody asked for it now. */
  readonly dueOnly: boolean;
  /** This channel alone; all of them without. */
  readonly only?: ChannelRef;
}

export function isInScope(ref: ChannelRef, { only }: RunScope): boolean {
  return only === undefined || channelKey(only) === channelKey(ref);
}

/** The slot that a channel's digest is for, epoch milliseconds; `null` when none is due. */
export function slotToActOn(
  channel: Channel,
  schedule: Schedule,
  { dueOnly }: RunScope,
  nowMs: number,
): number | null {
  return dueOnly ? dueSlotMs(channel, schedule, nowMs) : nowMs;
}
