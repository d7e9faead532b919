import { valueAt } from '../../src/domain/json.ts';
import { isFullMemberOf } from './is-full-member-of.ts';

/**
 * Whether a user object of Slack (docs.slack.dev/reference/objects/user-object) is an owner or admin of this workspace.
 * In a channel that is shared with another organization people write who are admins there, and nobody here.
 */
export function isAdminOf(workspaceId: string, user: unknown): boolean {
  const rights = ['is_admin', 'is_owner', 'is_primary_owner'];
  return isFullMemberOf(workspaceId, user) && rights.some((right) => valueAt(user, right) === true);
}
