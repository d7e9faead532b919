import type { ChannelRef, Delivery } from '../domain/delivery.ts';
import { dayMs } from '../domain/moment.ts';
import { personChannel } from '../domain/workspace.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore, TroubledDelivery } from '../ports/delivery-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import type { WorkspaceStore } from '../ports/workspace-store.ts';
import { adminNotice } from './admin-notices.ts';
import { personOrNull } from './person-or-null.ts';

export interface AdminNoticeTools {
  readonly deliveries: Pick<DeliveryStore, 'troubled' | 'notify'>;
  readonly workspaces: Pick<WorkspaceStore, 'settings'>;
  readonly watches: Pick<WatchStore, 'list'>;
  readonly audit: Pick<AuditLog, 'lastPerson'>;
  readonly directory: Pick<ChannelDirectory, 'nameOf'>;
  readonly clock: Clock;
}

/** What is older, nobody has to be told of any more. */
const lookedBackMs = 7 * dayMs;

/**
 * Owes admins a notice of each delivery that waits for their approval or was given up. A notice is owed once, however
 * often this runs. Where nobody is known to tell, the log, `doctor` and `deliveries list` say the same.
 */
export async function runAdminNotices(tools: AdminNoticeTools): Promise<void> {
  const nowMs = tools.clock.nowMs();
  const notices = [];
  const troubles = await tools.deliveries.troubled(nowMs - lookedBackMs);
  const owners = await ownersOf(troubles, tools);
  for (const troubled of troubles) {
    const message = adminNotice(troubled, await tools.directory.nameOf(troubled.delivery.channel));
    const channel = message ? await whomToTell(troubled.delivery, owners, tools) : null;
    if (message && channel) notices.push({ channel, message });
  }
  if (notices.length > 0) await tools.deliveries.notify(notices, nowMs);
}

/** Who made each watch, by its id. The watches of all workspaces are read once, and only where an alert is in trouble. */
async function ownersOf(
  troubles: readonly TroubledDelivery[],
  { watches }: AdminNoticeTools,
): Promise<ReadonlyMap<string, string>> {
  if (!troubles.some(({ delivery }) => delivery.document.kind === 'alert')) return new Map();
  return new Map((await watches.list()).map(({ id, ownerId }) => [id, ownerId]));
}

/** The workspace's own choice; else whoever made the watch; else whoever last changed the channel's settings. */
async function whomToTell(
  { channel, document }: Delivery,
  owners: ReadonlyMap<string, string>,
  { workspaces, audit }: AdminNoticeTools,
): Promise<ChannelRef | null> {
  const { platform, workspaceId } = channel;
  const { noticesTo } = await workspaces.settings({ platform, workspaceId });
  // A channel that cannot be posted to must not be told of itself.
  if (noticesTo !== null && noticesTo !== channel.channelId) {
    return { platform, workspaceId, channelId: noticesTo };
  }
  const owner = document.kind === 'alert' ? owners.get(document.watchId) : null;
  const subject = `channel ${channel.channelId}`;
  const personId = personOrNull(owner) ?? (await audit.lastPerson({ platform, workspaceId, subject }));
  return personOrNull(personId) ? personChannel(channel, personId ?? '') : null;
}
