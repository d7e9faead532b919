import { App, type AuthorizeResult, type Receiver } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { SlackInstallations } from './installations.ts';
import { problemOf } from './problem-of.ts';
import { slackClientOptions } from './web-client.ts';
import { workspaceOf } from './workspace-of.ts';

interface Parts {
  readonly receiver: Receiver;
  readonly installations: SlackInstallations;
  readonly apiUrl: string | null;
  readonly log: Log;
}

/** Bolt over our receiver and our installations. Making it asks Slack nothing. */
export function createBoltApp({ receiver, installations, apiUrl, log }: Parts): App {
  const app = new App({
    receiver,
    logger: createBoltLogger(log),
    clientOptions: slackClientOptions({ apiUrl, log }),
    authorize: (_, body) => authorize(workspaceOf(body), installations),
    convoStore: false,
  });
  app.error((error) => {
    log.error('Slack event was not handled', { problem: problemOf(error) });
    return Promise.resolve();
  });
  return app;
}

/** Whom an event is handled as, in the workspace that we take it to be of. Bolt needs it to know the bot's own messages. */
async function authorize(teamId: string, installations: SlackInstallations): Promise<AuthorizeResult> {
  const identity = teamId === '' ? null : await installations.identityOf(teamId);
  if (!identity) throw new Error(`The app is not installed in the Slack workspace ${teamId || '(none)'}.`);
  const { workspaceId, botToken, botId, botUserId } = identity;
  return { teamId: workspaceId, botToken, botId, botUserId };
}
