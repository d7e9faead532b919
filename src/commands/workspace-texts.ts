import type { WorkspaceSettings } from '../domain/workspace.ts';
import { followersText } from './read-followers.ts';

/** Each setting by the name of its option, as the option accepts it. */
export function workspaceTexts({
  adminGroupId,
  noticesTo,
  followersBy,
}: WorkspaceSettings): Readonly<Record<string, string>> {
  return {
    admins: adminGroupId ?? 'none',
    notices: noticesTo ?? 'none',
    followers: followersText(followersBy),
  };
}
