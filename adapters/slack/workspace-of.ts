import { textAt } from '../../src/domain/json.ts';

/**
 * The workspace that the app is installed in, for anything that Slack sends: an event, a command, a click, a submission. In a
 * channel that is shared by Slack Connect people of other workspaces act too, and `team_id` of an event, `team` of a window and
 * the person's own team are then theirs (docs.slack.dev/apis/events-api, docs.slack.dev/reference/views). '' where nothing says it.
 */
export function workspaceOf(body: unknown): string {
  return (
    textAt(body, 'view', 'app_installed_team_id') ||
    textAt(body, 'context_team_id') ||
    textAt(body, 'authorizations', 0, 'team_id') ||
    textAt(body, 'team', 'id') ||
    textAt(body, 'team_id') ||
    // An app of a whole organization gets no team with what is done in a Home; the person's own is theirs.
    textAt(body, 'user', 'team_id') ||
    textAt(body, 'view', 'team_id')
  );
}
