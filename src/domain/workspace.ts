import type { ChannelRef } from './delivery.ts';

/** A Slack team, a Discord guild, or the console. */
export type Workspace = Pick<ChannelRef, 'platform' | 'workspaceId'>;

/** The same text for the same workspace, and for no other. */
export function workspaceKey({ platform, workspaceId }: Workspace): string {
  return JSON.stringify([platform, workspaceId]);
}

/** Everything belongs to one workspace, and nobody sees or changes another's. */
export function isOfWorkspace(channel: Workspace, { platform, workspaceId }: Workspace): boolean {
  return channel.platform === platform && channel.workspaceId === workspaceId;
}

/**
 * How followers hear of news: called beside the message; written to on their own, so that nobody is called; or by a role
 * (Discord) or user group (Slack) that is called in their place.
 */
export type FollowersBy = 'mention' | 'dm' | { readonly role: string };

/** What admins set for their whole workspace. */
export interface WorkspaceSettings {
  /** A user group (Slack) or role (Discord) whose members are admins here too; `null` for none. */
  readonly adminGroupId: string | null;
  /** Channel or person (see `personChannel`) that hears of troubles and approvals; `null`: whoever set up what is concerned. */
  readonly noticesTo: string | null;
  readonly followersBy: FollowersBy;
}

export const firstWorkspaceSettings: WorkspaceSettings = {
  adminGroupId: null,
  noticesTo: null,
  followersBy: 'mention',
};

const personPrefix = 'person:';

/** The direct messages of a person, as a channel that messages can be owed to. */
export function personChannel({ platform, workspaceId }: Workspace, personId: string): ChannelRef {
  return { platform, workspaceId, channelId: `${personPrefix}${personId}` };
}

/** Whose direct messages this channel is; `null` for a channel of a workspace. */
export function personOf({ channelId }: Pick<ChannelRef, 'channelId'>): string | null {
  return channelId.startsWith(personPrefix) ? channelId.slice(personPrefix.length) : null;
}
