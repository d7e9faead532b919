import type { ChannelRef } from '../../src/domain/delivery.ts';
import { type Finding, failed } from '../../src/domain/finding.ts';
import { personOf } from '../../src/domain/workspace.ts';
import { checkChannel } from './check-channel.ts';
import { checkAppToken, checkBotToken } from './check-tokens.ts';
import type { BotIdentity, MakeClient, SlackInstallations } from './installations.ts';
import { problemOf } from './problem-of.ts';

interface Parts {
  readonly installations: SlackInstallations;
  readonly makeClient: MakeClient;
  /** In the clear; `null` in HTTP mode. */
  readonly appToken: string | null;
  readonly botScopes: readonly string[];
}

/** What Slack says of the tokens, their scopes, and the channels; never throws. */
export async function checkSlack(channels: readonly ChannelRef[], parts: Parts): Promise<readonly Finding[]> {
  const { installations, makeClient, appToken, botScopes } = parts;
  const findings: Finding[] = [];
  if (appToken !== null) findings.push(await checkAppToken(makeClient(appToken), appToken));
  const identities = await identitiesOf(installations);
  if (identities.kind === 'failed') return [...findings, identities.finding];
  if (identities.all.length === 0) {
    const advice = 'Open /slack/install of this host in a browser, and install the app in a workspace.';
    findings.push(failed('Slack workspaces', 'no workspace has installed the app', advice));
  }
  for (const identity of identities.all) {
    findings.push(...(await checkBotToken(makeClient(identity.botToken), identity, botScopes)));
  }
  for (const ref of channels) {
    if (ref.platform !== 'slack' || personOf(ref) !== null) continue;
    findings.push(await checkChannel(ref, installations));
  }
  return findings;
}

type Identities =
  | { readonly kind: 'known'; readonly all: readonly BotIdentity[] }
  | { readonly kind: 'failed'; readonly finding: Finding };

async function identitiesOf(installations: SlackInstallations): Promise<Identities> {
  try {
    return { kind: 'known', all: await installations.list() };
  } catch (error) {
    const advice =
      'Copy SLACK_BOT_TOKEN from your Slack app: OAuth & Permissions, Bot User OAuth Token (xoxb-…).';
    return { kind: 'failed', finding: failed('Slack bot token', problemOf(error), advice) };
  }
}
