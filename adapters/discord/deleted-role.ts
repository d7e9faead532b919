import type { OwedMessage } from '../../src/domain/delivery.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { shortHash } from '../../src/domain/text/short-hash.ts';
import { isOfWorkspace } from '../../src/domain/workspace.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { Log } from '../../src/ports/log.ts';
import type { WatchStore } from '../../src/ports/watch-store.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';

export interface RoleTools {
  readonly channels: Pick<ChannelStore, 'list'>;
  readonly watches: Pick<WatchStore, 'list'>;
  readonly workspaces: Pick<WorkspaceStore, 'settings'>;
  readonly deliveries: Pick<DeliveryStore, 'notify'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A role that something is set up with was deleted: Discord takes the messages still, and calls nobody. It is logged, and
 * told once to whom the workspace chose for notices.
 */
export async function tellOfDeletedRole(guildId: string, roleId: string, tools: RoleTools): Promise<void> {
  const workspace = { platform: 'discord', workspaceId: guildId } as const;
  const uses = await usesOf(roleId, guildId, tools);
  if (uses.length === 0) return;
  tools.log.warn('Discord role that is set up was deleted', { guildId, roleId, uses: uses.length });
  const { noticesTo } = await tools.workspaces.settings(workspace);
  if (noticesTo === null) return;
  const channel = { ...workspace, channelId: noticesTo };
  await tools.deliveries.notify([{ channel, message: noticeOf(roleId, uses) }], tools.clock.nowMs());
}

/** A sentence for each place in which the role stands. */
async function usesOf(
  roleId: string,
  guildId: string,
  { channels, watches, workspaces }: RoleTools,
): Promise<readonly string[]> {
  const workspace = { platform: 'discord', workspaceId: guildId } as const;
  const { followersBy, adminGroupId } = await workspaces.settings(workspace);
  const calls = (mentions: readonly Mention[]) =>
    mentions.some(({ kind, id }) => kind === 'role' && id === roleId);
  const ownWatches = (await watches.list()).filter(
    ({ channel, mentions }) => isOfWorkspace(channel, workspace) && calls(mentions),
  );
  const ownChannels = (await channels.list()).filter(
    ({ ref, settings }) => isOfWorkspace(ref, workspace) && calls(settings.mentions),
  );
  return [
    ...ownWatches.map(({ id, name }) => `The watch "${name}" calls it: watch edit ${id}.`),
    ...ownChannels.map(
      ({ ref }) => `The digest of the channel ${ref.channelId} calls it: settings channel ${ref.channelId}.`,
    ),
    ...(typeof followersBy === 'object' && followersBy.role === roleId
      ? ['Followers are called by it: workspace followers.']
      : []),
    ...(adminGroupId === roleId ? ['Its members were admins here: workspace admins.'] : []),
  ];
}

function noticeOf(roleId: string, uses: readonly string[]): OwedMessage {
  return {
    key: `r${shortHash(roleId)}`,
    document: {
      kind: 'notice',
      heading: 'A role that is called here was deleted',
      paragraphs: [`Nobody is called any more by the role ${roleId}. Name another one, or none.`, ...uses],
    },
    ...{ threadOf: null, revises: null, mentions: [], hold: null },
  };
}
