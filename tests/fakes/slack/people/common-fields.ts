import type { JsonObject } from '../json.ts';
import type { SlackView } from '../records.ts';
import { createResponseUrl } from '../server/response-urls.ts';
import type { ResponseUrl, SlackState } from '../state.ts';

/** What a person does where: for the fields that every interaction carries. */
export interface Scene {
  readonly teamId: string;
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
  const known = state.conversations.get(channelId)?.teamId ?? state.users.get(userId)?.teamId;
  return { teamId: teamIdOf(state, teamId ?? known), userId, channelId };
}

/** What an interaction says of the person, the workspace and the app. */
export function interactionFields(state: SlackState, { teamId, userId }: Scene): JsonObject {
  const name = state.users.get(userId)?.name ?? userId;
  return {
    user: { id: userId, username: name, name, team_id: teamId },
    api_app_id: state.settings.appId,
    token: 'verification-token',
    team: { id: teamId, domain: teamId.toLowerCase() },
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
