import type { Channel, ChannelSettings } from './channel.ts';
import type { WorkspaceSettings } from './workspace.ts';

/**
 * A channel's settings after its configuration was read again: what the configuration says differently than the last
 * time wins; everything else stays as a command may have set it since.
 */
export function reconfigured(
  present: ChannelSettings,
  lastConfigured: ChannelSettings | null,
  configured: ChannelSettings,
): ChannelSettings {
  if (lastConfigured === null) return present;
  const before = new Map<string, unknown>(Object.entries(lastConfigured));
  const changed = Object.entries(configured).filter(
    ([name, value]) => JSON.stringify(before.get(name)) !== JSON.stringify(value),
  );
  return { ...present, ...Object.fromEntries(changed) };
}

/** Whether settings still are what a change of them believes them to be; `null` believes nothing. */
export function areStill(present: ChannelSettings | WorkspaceSettings, believedJson: string | null): boolean {
  return believedJson === null || believedJson === JSON.stringify(present);
}

/**
 * The slot up to which a channel was acted on, after its settings changed: a new plan begins now. Else a digest set to
 * 16:30 at 17:00 would come at once, for a time at which nobody wanted one yet.
 */
export function lastSlotAfter(
  before: Pick<Channel, 'settings' | 'lastSlotMs'>,
  after: ChannelSettings,
  nowMs: number,
): number {
  const scheduleOf = ({ plan, zone }: ChannelSettings) => JSON.stringify([plan, zone]);
  const isSame = scheduleOf(before.settings) === scheduleOf(after);
  return isSame ? before.lastSlotMs : Math.max(before.lastSlotMs, nowMs);
}
