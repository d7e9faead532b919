import type { JsonObject } from '../json.ts';
import type { FakeUser, FakeUserGroup } from '../options.ts';
import { SlackRefusal } from '../refusal.ts';
import { type MethodCall, type SlackMethod, teamOf, textArg } from './method-call.ts';

export const authTest: SlackMethod = (call) => {
  const team = teamOf(call);
  const { userId, kind } = call.token;
  return {
    url: `https://${team.id.toLowerCase()}.slack.com/`,
    team: team.name,
    team_id: team.id,
    user: call.state.users.get(userId)?.name ?? '',
    user_id: userId,
    ...(kind === 'bot' ? { bot_id: team.botId } : {}),
    is_enterprise_install: false,
  };
};

export const authRevoke: SlackMethod = (call) => {
  if (call.args['test'] === 'true' || call.args['test'] === true) return { revoked: false };
  call.token.refusedWith = 'token_revoked';
  return { revoked: true };
};

export const botsInfo: SlackMethod = (call) => {
  const team = teamOf(call);
  const { appId } = call.state.settings;
  if (textArg(call, 'bot') !== team.botId) throw new SlackRefusal('bot_not_found');
  return {
    bot: { id: team.botId, deleted: false, name: 'wirewatch', app_id: appId, user_id: team.botUserId },
  };
};

export const usersInfo: SlackMethod = (call) => {
  const user = call.state.users.get(textArg(call, 'user'));
  if (!user || !isKnownTo(call, user)) throw new SlackRefusal('user_not_found');
  return { user: userJson(user) };
};

/** Of the workspace, or met in a channel that it shares with theirs. */
function isKnownTo({ state, token }: MethodCall, { teamId = '' }: FakeUser): boolean {
  const { channels, teams } = state.settings;
  const isMet = channels.some(
    (channel) => (channel.teamId ?? teams[0].id) === token.teamId && channel.sharedWith?.includes(teamId),
  );
  return teamId === token.teamId || isMet;
}

function userJson(user: FakeUser): JsonObject {
  const isOwner = user.isOwner || user.isPrimaryOwner || false;
  return {
    ...{ id: user.id, team_id: user.teamId, name: user.name, real_name: user.name },
    deleted: user.isDeleted ?? false,
    ...{ tz: user.tz ?? 'Europe/Berlin', locale: user.locale ?? 'en-US' },
    profile: { display_name: user.name, real_name: user.name },
    // An owner is an admin too, as Slack says it.
    is_admin: user.isAdmin || isOwner,
    ...{ is_owner: isOwner, is_primary_owner: user.isPrimaryOwner ?? false },
    ...{ is_restricted: user.isGuest ?? false, is_ultra_restricted: false, is_bot: user.isBot ?? false },
  };
}

function groupsOf({ state, token }: MethodCall): readonly FakeUserGroup[] {
  return state.userGroups.filter((group) => (group.teamId ?? state.settings.teams[0].id) === token.teamId);
}

export const usergroupsList: SlackMethod = (call) => ({
  usergroups: groupsOf(call).map(({ id, handle, name, userIds }) => ({
    ...{ id, team_id: call.token.teamId, is_usergroup: true, name, handle, user_count: userIds.length },
    ...(call.args['include_users'] ? { users: userIds } : {}),
  })),
});

export const usergroupsUsersList: SlackMethod = (call) => {
  const id = textArg(call, 'usergroup');
  const group = groupsOf(call).find((each) => each.id === id);
  if (!group) throw new SlackRefusal('no_such_subteam');
  return { users: group.userIds };
};
