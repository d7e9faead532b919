import type { Channel } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef, Platform } from '../domain/delivery.ts';
import { isOfWorkspace, type Workspace } from '../domain/workspace.ts';
import type { Schedule } from '../ports/schedule.ts';
import { dueSlotMs } from './due-slot.ts';

/** Which channels a run is for, and whether their schedules have a say in it. */
export interface RunScope {
  /** With `false` schedule, quiet hours and pause are ignored: somebody asked for it now. */
  readonly dueOnly: boolean;
  /** This channel alone; all of them without. */
  readonly only?: ChannelRef;
  /** The platforms that are on; all of them without. What a channel of another would be told stays untold. */
  readonly platforms?: ReadonlySet<Platform>;
  /** Workspaces that do not let the bot in; none without. What a channel of theirs would be told stays untold. */
  readonly shut?: readonly Workspace[];
}

export function isInScope(ref: ChannelRef, { only, platforms, shut = [] }: RunScope): boolean {
  const isOn = platforms === undefined || platforms.has(ref.platform);
  if (!isOn || shut.some((workspace) => isOfWorkspace(ref, workspace))) return false;
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
