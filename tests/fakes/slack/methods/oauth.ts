import { SlackRefusal } from '../refusal.ts';
import { type MethodCall, optionalText, type SlackMethod, textArg } from './method-call.ts';

/** docs.slack.dev/authentication/installing-with-oauth: a code lives for ten minutes and works once. */
const codeMs = 10 * 60_000;

/** Makes the team's bot token work, with the scopes that were asked for. */
export const oauthAccess: SlackMethod = (call) => {
  requireClient(call);
  const code = call.state.codes.get(textArg(call, 'code'));
  if (!code) throw new SlackRefusal('invalid_code');
  if (code.isUsed) throw new SlackRefusal('code_already_used');
  if (call.nowMs - code.atMs > codeMs) throw new SlackRefusal('code_expired');
  if ((optionalText(call, 'redirect_uri') ?? code.redirectUri) !== code.redirectUri)
    throw new SlackRefusal('bad_redirect_uri');
  const team = call.state.teams.get(code.teamId);
  const token = team && call.state.tokens.get(team.botToken);
  if (!team || !token) throw new SlackRefusal('team_not_found');
  code.isUsed = true;
  token.scopes = code.scopes;
  token.refusedWith = null;
  return {
    app_id: call.state.settings.appId,
    authed_user: { id: code.userId },
    scope: code.scopes.join(','),
    token_type: 'bot',
    access_token: team.botToken,
    bot_user_id: team.botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
};

function requireClient(call: MethodCall): void {
  const { clientId, clientSecret } = call.state.settings;
  if (textArg(call, 'client_id') !== clientId) throw new SlackRefusal('invalid_client_id');
  if (textArg(call, 'client_secret') !== clientSecret) throw new SlackRefusal('bad_client_secret');
}
