import type { ChannelRef, OwedMessage } from '../domain/delivery.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import { isOfWorkspace, personChannel, type Workspace, workspaceKey } from '../domain/workspace.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { WorkspaceStore } from '../ports/workspace-store.ts';
import type { ShutWorkspace } from './admissions.ts';
import { personOrNull } from './person-or-null.ts';

export interface ShutNoticeTools {
  readonly deliveries: Pick<DeliveryStore, 'list' | 'notify'>;
  readonly workspaces: Pick<WorkspaceStore, 'settings'>;
  readonly channels: Pick<ChannelStore, 'list'>;
  readonly audit: Pick<AuditLog, 'lastPerson'>;
  readonly clock: Clock;
}

const keyPrefix = 'off';
/** What is owed to a workspace that is shut is not more: nothing is decided for it. */
const mostLooked = 200;

/**
 * Owes a notice to the admins of each workspace that was just found shut. It waits in the outbox as long as the workspace is
 * shut, and is read once it is open again. While one waits, a bot that is started anew owes no other.
 */
export async function runShutNotices(shut: readonly ShutWorkspace[], tools: ShutNoticeTools): Promise<void> {
  for (const { workspace, problem, isNew } of shut) {
    if (!isNew || (await isToldAlready(workspace, tools))) continue;
    const channel = await whomToTell(workspace, tools);
    const nowMs = tools.clock.nowMs();
    if (channel)
      await tools.deliveries.notify([{ channel, message: noticeOf(workspace, problem, nowMs) }], nowMs);
  }
}

async function isToldAlready(workspace: Workspace, { deliveries }: ShutNoticeTools): Promise<boolean> {
  const latest = await deliveries.list({ workspace, limit: mostLooked });
  return latest.some(
    ({ key, state }) => key.startsWith(keyPrefix) && (state === 'owed' || state === 'sending'),
  );
}

/** The workspace's own choice; else whoever last changed the settings of one of its channels. */
async function whomToTell(
  workspace: Workspace,
  { workspaces, channels, audit }: ShutNoticeTools,
): Promise<ChannelRef | null> {
  const { platform, workspaceId } = workspace;
  const { noticesTo } = await workspaces.settings({ platform, workspaceId });
  if (noticesTo !== null) return { platform, workspaceId, channelId: noticesTo };
  for (const { ref } of await channels.list()) {
    if (!isOfWorkspace(ref, workspace)) continue;
    const subject = `channel ${ref.channelId}`;
    const personId = personOrNull(await audit.lastPerson({ platform, workspaceId, subject }));
    if (personId !== null) return personChannel(workspace, personId);
  }
  return null;
}

function noticeOf(workspace: Workspace, problem: string, nowMs: number): OwedMessage {
  return {
    key: `${keyPrefix}${shortHash(`${workspaceKey(workspace)} ${nowMs}`)}`,
    document: {
      kind: 'notice',
      heading: 'The bot was shut out of this workspace for a while',
      paragraphs: [
        `The last reason was: ${problem}`,
        'Nothing was decided meanwhile, so nothing is lost: what came since is told with the next digests and alerts.',
      ],
    },
    threadOf: null,
    revises: null,
    mentions: [],
    hold: null,
  };
}
