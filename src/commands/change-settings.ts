import type { ChannelSettings } from '../domain/channel.ts';
import type { Actor, CommandAnswer } from '../domain/command.ts';
import { auditEntry } from './audit-entry.ts';
import type { CommandServices } from './command.ts';
import type { Reading } from './reading.ts';
import { changedSettingsTable } from './settings-table.ts';
import { targetChannel } from './target-channel.ts';

interface SettingsChange {
  /** Name of the command, for the audit log. */
  readonly command: string;
  readonly channelWords: string | undefined;
  readonly change: (present: ChannelSettings) => Reading<ChannelSettings>;
}

/** Changes a channel's settings, sets it up where it was not, and shows before and after. */
export async function changeSettings(
  { command, channelWords, change }: SettingsChange,
  actor: Actor,
  services: CommandServices,
): Promise<CommandAnswer> {
  const target = await targetChannel(channelWords, actor, services);
  if (target.kind === 'refused') return target;
  const { ref, channel } = target.value;
  const before = channel?.settings ?? null;
  const reading = change(before ?? services.firstSettings);
  if (reading.kind === 'refused') return reading;
  const after = reading.value;
  const named = { id: ref.channelId, name: await services.directory.nameOf(ref) };
  const table = changedSettingsTable(named, before, after);
  if (table.rows.length > 0) {
    const subject = `channel ${ref.channelId}`;
    const entry = auditEntry(actor, services.clock.nowMs(), { command, subject, before, after });
    await services.channels.change(ref, after, entry);
  }
  return { kind: 'table', table };
}
