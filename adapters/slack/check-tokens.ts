import type { WebClient } from '@slack/web-api';
import { type Finding, failed, passed } from '../../src/domain/finding.ts';
import type { BotIdentity } from './installations.ts';
import { problemOf } from './problem-of.ts';

const botTokenPlace = 'OAuth & Permissions, Bot User OAuth Token (xoxb-…)';
const appTokenPlace = 'Basic Information, App-Level Tokens (xapp-…), with the scope connections:write';

/** Whether Socket Mode would get a connection. */
export async function checkAppToken(client: WebClient, appToken: string): Promise<Finding> {
  const check = 'Slack app token';
  const advice = `Set SLACK_APP_TOKEN from your Slack app: ${appTokenPlace}.`;
  if (!appToken.startsWith('xapp-')) return failed(check, 'it is not an app-level token', advice);
  try {
    await client.apps.connections.open();
    return passed(check, 'Socket Mode lets it in');
  } catch (error) {
    return failed(check, problemOf(error), advice);
  }
}

/** Whether a bot token works, is one of a bot, and has every scope of the manifest. */
export async function checkBotToken(
  client: WebClient,
  { botToken, workspaceId }: BotIdentity,
  botScopes: readonly string[],
): Promise<readonly Finding[]> {
  const check = `Slack bot token of ${workspaceId}`;
  const advice = `Set SLACK_BOT_TOKEN from your Slack app: ${botTokenPlace}. With installation by OAuth, install the app again.`;
  if (!botToken.startsWith('xoxb-')) {
    const kind = botToken.startsWith('xoxp-') ? 'it is the token of a person' : 'it is no token of a bot';
    return [failed(check, kind, advice)];
  }
  try {
    const answer = await client.auth.test();
    // From the header x-oauth-scopes.
    const given = answer.response_metadata?.scopes ?? [];
    const missing = botScopes.filter((scope) => !given.includes(scope));
    const team = typeof answer.team === 'string' ? answer.team : workspaceId;
    return [passed(check, `works in ${team}`), scopesFinding(workspaceId, missing)];
  } catch (error) {
    return [failed(check, problemOf(error), advice)];
  }
}

function scopesFinding(workspaceId: string, missing: readonly string[]): Finding {
  const check = `Slack scopes of ${workspaceId}`;
  if (missing.length === 0) return passed(check, 'all that the manifest names');
  const advice =
    'Add them under OAuth & Permissions, Bot Token Scopes, and reinstall the app; adapters/slack/manifest.yaml names all.';
  return failed(check, `missing: ${missing.join(', ')}`, advice);
}
