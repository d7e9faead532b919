import { listAt, textAt, valueAt } from '../../src/domain/json.ts';

/**
 * Whether a user object of Slack (docs.slack.dev/reference/objects/user-object) is a member of this workspace who is no
 * guest, and so sees all its public channels.
 */
export function isFullMemberOf(workspaceId: string, user: unknown): boolean {
  const isOfWorkspace =
    textAt(user, 'team_id') === workspaceId || listAt(user, 'enterprise_user', 'teams').includes(workspaceId);
  const limits = ['deleted', 'is_stranger', 'is_restricted', 'is_ultra_restricted'];
  return isOfWorkspace && limits.every((limit) => valueAt(user, limit) !== true);
}
