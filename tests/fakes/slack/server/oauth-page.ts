import type { SlackState } from '../state.ts';

/**
 * The page where somebody approves the app: the address that their browser is sent to, with a code and the state.
 * Throws a sentence when Slack would show an error instead.
 */
export function approveApp(
  state: SlackState,
  authorizeUrl: string,
  by: { readonly user: string; readonly teamId: string },
): string {
  const asked = new URL(authorizeUrl, state.url).searchParams;
  if (asked.get('client_id') !== state.settings.clientId) throw new Error('Invalid client_id parameter.');
  const redirectUri = asked.get('redirect_uri');
  if (!redirectUri) throw new Error('The app has no redirect_uri to send a code to.');
  if (!state.teams.has(by.teamId)) throw new Error(`There is no workspace ${by.teamId}.`);
  const scopes = (asked.get('scope') ?? '').split(',').filter(Boolean);
  if (scopes.length === 0) throw new Error('No scopes requested.');
  const code = state.nextId('code.');
  const atMs = state.settings.nowMs();
  state.codes.set(code, { teamId: by.teamId, userId: by.user, scopes, redirectUri, atMs, isUsed: false });
  const target = new URL(redirectUri);
  target.searchParams.set('code', code);
  target.searchParams.set('state', asked.get('state') ?? '');
  return target.href;
}

/** Who approves when a browser comes by itself: the first person of the first workspace that lacks the app. */
export function nextInstaller(state: SlackState): { readonly user: string; readonly teamId: string } {
  const { teams, users } = state.settings;
  const team = teams.find(({ botToken }) => state.tokens.get(botToken)?.refusedWith !== null) ?? teams[0];
  const user = users.find(({ teamId }) => (teamId ?? teams[0].id) === team.id);
  return { teamId: team.id, user: user?.id ?? 'U1' };
}
