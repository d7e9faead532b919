import { vi } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { allBotScopes } from '../../fakes/slack/method-scopes.ts';
import type { SlackPicture } from '../../pictures/slack-page.ts';
import { type LivingAssembly, startLivingAssembly } from '../new-team/living-assembly.ts';
import { type StagedFeed, startStagedFeed } from '../new-team/staged-feed.ts';

/** A new team with the whole program: what people do, and what they then see. */
export interface NewTeam {
  readonly slack: FakeSlack;
  readonly bot: LivingAssembly;
  readonly feed: StagedFeed;
  /** What was seen so far, by name, as it was sent to Slack. */
  readonly pictures: Map<string, readonly SlackPicture[]>;
  /** Gives `/wire TEXT` as the team's admin, and waits for the answer to be shown. */
  wire(text: string): Promise<void>;
  stop(): Promise<void>;
}

const team = {
  ...{ id: 'T1', name: 'Trade desk', botToken: 'xoxb-T1', botUserId: 'UBOT', botId: 'B1' },
  scopes: allBotScopes,
  isInstalled: false,
};

export async function startNewTeam(): Promise<NewTeam> {
  const feed = await startStagedFeed();
  const slack = await startFakeSlack({
    appToken: 'xapp-1',
    clientId: 'client-id',
    clientSecret: 'client-secret',
    teams: [team],
    users: [
      { id: 'UADA', name: 'ada', isAdmin: true },
      { id: 'UBEN', name: 'ben' },
    ],
    channels: [{ id: 'C1', name: 'export-news' }],
    intervalMs: 1_000,
  });
  const bot = await startLivingAssembly([{ url: feed.url, name: 'Harbor Wire' }], {
    SLACK_CLIENT_ID: 'client-id',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'a state secret of thirty-two characters',
    WIREWATCH_SECRET_KEY: 'a secret key of at least thirty-two characters',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: slack.apiUrl,
  });
  return {
    ...{ slack, bot, feed },
    pictures: new Map(),
    async wire(text) {
      const before = slack.ephemerals.length;
      await slack.command({ command: '/wire', text, userId: 'UADA', channelId: 'C1' });
      await vi.waitFor(() => {
        if (slack.ephemerals.length === before) throw new Error(`"/wire ${text}" is not answered yet.`);
      }, 10_000);
    },
    async stop() {
      await bot.stop();
      await slack.stop();
      await feed.stop();
    },
  };
}

/** As a browser does it: to Slack, the approval there, and back. */
export async function installBy(user: string, { slack, bot }: NewTeam): Promise<Response> {
  const sent = await fetch(`${bot.url}/slack/install`, { redirect: 'manual' });
  const authorizeUrl = new URL(sent.headers.get('location') ?? '');
  authorizeUrl.searchParams.set('redirect_uri', `${bot.url}/slack/oauth_redirect`);
  const back = await slack.authorize(authorizeUrl.href, { user, teamId: team.id });
  return fetch(back, { headers: { cookie: sent.headers.get('set-cookie')?.split(';')[0] ?? '' } });
}

/** What stands in the channel and its threads, for a picture. */
export function standing({ slack }: NewTeam, since = 0): readonly SlackPicture[] {
  return slack.messages
    .slice(since)
    .filter(({ user }) => user === team.botUserId)
    .map(({ text, blocks, thread_ts, ts }) => ({
      kind: thread_ts === undefined || thread_ts === ts ? 'message' : 'reply',
      payload: { text, blocks },
    }));
}

export function lastAnswer({ slack }: NewTeam): SlackPicture {
  const { text = '', blocks = [] } = slack.ephemerals.at(-1) ?? {};
  return { kind: 'only-you', payload: { text, blocks } };
}

export function topView({ slack }: NewTeam): SlackPicture {
  const view = slack.views.at(-1);
  return { kind: view?.kind ?? 'modal', payload: view?.view ?? {} };
}
