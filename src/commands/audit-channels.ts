import type { AuditEntry } from '../domain/audit.ts';
import type { Actor } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { textAt } from '../domain/json.ts';
import { personOf } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';
import { sightOf } from './see-channels.ts';
import { workspaceDelivery } from './seen-deliveries.ts';

type Services = Pick<CommandServices, 'directory' | 'deliveries'>;

/** What of a change is the id of a channel, or the channel itself. */
export const channelValues: readonly string[] = ['channel', 'noticesTo'];

const channelSubject = /^channel (?<id>.+)$/;
const deliverySubject = /^delivery (?<key>.+)$/;

/** Those entries whose channels the actor sees, all of them; and those that are about none. */
export async function seenEntries(
  entries: readonly AuditEntry[],
  actor: Actor,
  services: Services,
): Promise<{ readonly items: readonly AuditEntry[]; readonly notes: readonly string[] }> {
  const told = await Promise.all(
    entries.map(async (entry) => ({ entry, channels: await channelsOf(entry, services) })),
  );
  const { sees, notes } = await sightOf(
    told.flatMap(({ channels }) => channels),
    actor,
    services,
  );
  return { items: told.filter(({ channels }) => channels.every(sees)).map(({ entry }) => entry), notes };
}

/** The id of the channel that an entry is about as a whole; `null` for any other subject. */
export function subjectChannel({ subject }: Pick<AuditEntry, 'subject'>): string | null {
  return channelSubject.exec(subject)?.groups?.['id'] ?? null;
}

/** Who writes to whom on their own is no channel that others could be kept out of. */
async function channelsOf(entry: AuditEntry, services: Services): Promise<readonly ChannelRef[]> {
  const values = [...idsIn(entry.before), ...idsIn(entry.after)];
  const ids = [
    subjectChannel(entry) ?? [],
    values,
    values.length > 0 ? [] : await channelOfDelivery(entry, services),
  ];
  const { platform, workspaceId } = entry;
  return [...new Set(ids.flat())]
    .filter((channelId) => personOf({ channelId }) === null)
    .map((channelId) => ({ platform, workspaceId, channelId }));
}

/** Entries of earlier versions do not say to which channel a message went. */
async function channelOfDelivery(entry: AuditEntry, services: Services): Promise<readonly string[]> {
  const key = deliverySubject.exec(entry.subject)?.groups?.['key'];
  const found = key ? await workspaceDelivery(key, entry, services) : undefined;
  return found ? [found.channel.channelId] : [];
}

/** A watch has its channel as a whole, everything else its id. */
function idsIn(json: string | null): readonly string[] {
  const value: unknown = json === null ? null : JSON.parse(json);
  return channelValues
    .map((name) => textAt(value, name, 'channelId') || textAt(value, name))
    .filter((id) => id !== '');
}
