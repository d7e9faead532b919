import type { AuditEntry } from '../domain/audit.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { channelValues, subjectChannel } from './audit-channels.ts';
import { auditDifferences, type Difference, nothing } from './audit-differences.ts';
import { namesOf } from './channel-names.ts';
import type { CommandServices } from './command.ts';

/** A change as people read it: channels by their names, which in the log stand by their ids. */
export interface ShownChange {
  readonly entry: AuditEntry;
  readonly subject: string;
  readonly differences: readonly Difference[];
}

export async function shownChanges(
  entries: readonly AuditEntry[],
  services: Pick<CommandServices, 'directory'>,
): Promise<readonly ShownChange[]> {
  const changes = entries.map((entry) => ({ entry, differences: auditDifferences(entry) }));
  const nameOf = await namesOf(changes.flatMap(channelsOf), services);
  return changes.map(({ entry, differences }) => {
    const named = (id: string) => (id === nothing ? id : nameOf(refOf(entry, id)));
    const id = subjectChannel(entry);
    return {
      entry,
      subject: id === null ? entry.subject : `channel ${named(id)}`,
      differences: differences.map((difference) =>
        channelValues.includes(difference.what)
          ? { ...difference, before: named(difference.before), after: named(difference.after) }
          : difference,
      ),
    };
  });
}

function channelsOf({
  entry,
  differences,
}: Pick<ShownChange, 'entry' | 'differences'>): readonly ChannelRef[] {
  const values = differences
    .filter(({ what }) => channelValues.includes(what))
    .flatMap(({ before, after }) => [before, after])
    .filter((id) => id !== nothing);
  return [subjectChannel(entry) ?? [], ...values].flat().map((id) => refOf(entry, id));
}

function refOf({ platform, workspaceId }: AuditEntry, channelId: string): ChannelRef {
  return { platform, workspaceId, channelId };
}
