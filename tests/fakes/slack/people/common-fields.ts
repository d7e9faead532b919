import type { JsonObject } from '../json.ts';
import type { SlackView } from '../records.ts';
import { createResponseUrl } from '../server/response-urls.ts';
import type { ResponseUrl, SlackState } from '../state.ts';

/** What a person does where: for the fields that every interaction carries. */
export interface Scene {
  /** That the app is installed in. */
  readonly teamId: string;
  /** The person's own: another one in a channel that is shared by Slack Connect. */
  readonly personTeamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The modal that it happens in. */
  readonly view?: SlackView | undefined;
}

export function teamIdOf(state: SlackState, teamId: string | undefined): string {
  return teamId ?? state.settings.teams[0].id;
}

/** The team of a person or of a channel, when none is named. */
export function sceneOf(state: SlackState, userId: string, channelId: string, teamId?: string): Scene {
  const own = state.users.get(userId)?.teamId;
  const place = teamIdOf(state, teamId ?? state.conversations.get(channelId)?.teamId ?? own);
  return { teamId: place, personTeamId: own ?? place, userId, channelId };
}

/**
 * What an interaction says of the person, the workspace and the app. What is done in a modal is of the person's own workspace,
 * and the view names the app's.
 */
export function interactionFields(
  state: SlackState,
  { teamId, personTeamId, userId, view }: Scene,
): JsonObject {
  const team = view?.kind === 'modal' ? personTeamId : teamId;
  const name = state.users.get(userId)?.name ?? userId;
  return {
    user: { id: userId, username: name, name, team_id: personTeamId },
    api_app_id: state.settings.appId,
    token: 'verification-token',
    team: { id: team, domain: team.toLowerCase() },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A new right to open a modal. */
export function triggerOf(state: SlackState, { teamId, userId, channelId, view }: Scene): string {
  const id = `${state.nextId('1')}.2.${teamId.toLowerCase()}`;
  const atMs = state.settings.nowMs();
  const viewId = view?.kind === 'modal' ? view.id : null;
  state.triggers.set(id, { teamId, userId, channelId, viewId, atMs, isUsed: false });
  return id;
}

export function responseUrlOf(
  state: SlackState,
  { teamId, userId, channelId }: Scene,
  clicked: Pick<ResponseUrl, 'messageTs' | 'isEphemeral' | 'threadTs'>,
): string {
  const atMs = state.settings.nowMs();
  return createResponseUrl(state, { teamId, userId, channel: channelId, atMs, ...clicked });
}

export function channelFields(state: SlackState, channelId: string): JsonObject {
  const conversation = state.conversations.get(channelId);
  return { id: channelId, name: conversation?.kind === 'im' ? 'directmessage' : (conversation?.name ?? '') };
}
