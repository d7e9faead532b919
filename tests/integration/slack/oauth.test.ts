import { describe, expect, test, vi } from 'vitest';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { simply } from '../../fakes/simple-publisher.ts';
import { allBotScopes } from '../../fakes/slack/method-scopes.ts';
import { type Mode, type SlackBot, startSlackBot } from './slack-bot.ts';

function team(id: string) {
  const name = `Team ${id}`;
  const own = { botToken: `xoxb-${id}`, botUserId: `UBOT${id}`, botId: `B${id}` };
  return { id, name, ...own, scopes: allBotScopes, isInstalled: false };
}

const slackOptions = {
  teams: [team('T1'), team('T2')],
  users: [
    { id: 'U1', name: 'ada', teamId: 'T1' },
    { id: 'U2', name: 'bob', teamId: 'T2' },
  ],
  channels: [
    { id: 'C1', name: 'news', teamId: 'T1' },
    { id: 'C2', name: 'news', teamId: 'T2' },
  ],
};

async function start(mode: Mode): Promise<SlackBot> {
  const clock = new FixedClock('2026-11-26T09:00:00Z');
  const slack = { ...slackOptions, nowMs: () => clock.nowMs() };
  return startSlackBot({ mode, isOauth: true, slack, clock });
}

/** As a browser does it: to Slack, the approval there, and back; the last page. */
async function install({ slack, url }: SlackBot, user: string, teamId: string): Promise<Response> {
  const sent = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const authorizeUrl = new URL(sent.headers.get('location') ?? '');
  // Slack knows it from the settings of the app.
  authorizeUrl.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
  const back = await slack.authorize(authorizeUrl.href, { user, teamId });
  return fetch(back, { headers: { cookie: sent.headers.get('set-cookie')?.split(';')[0] ?? '' } });
}

describe.each<Mode>(['socket', 'http'])('installation by OAuth in %s mode', (mode) => {
  test('lets each workspace be answered with its own token', async () => {
    const started = await start(mode);
    const { slack, store, app } = started;

    expect((await install(started, 'U1', 'T1')).status).toBe(200);
    expect((await install(started, 'U2', 'T2')).status).toBe(200);

    const kept = await store.installations.list('slack');
    expect(kept.map(({ workspace, installedBy }) => [workspace.workspaceId, installedBy])).toEqual([
      ['T1', 'U1'],
      ['T2', 'U2'],
    ]);
    expect(JSON.stringify(kept)).not.toContain('xoxb');
    await slack.mention('One?', { channel: 'C1', user: 'U1', teamId: 'T1' });
    await slack.mention('Two?', { channel: 'C2', user: 'U2', teamId: 'T2' });
    await vi.waitFor(() => {
      const tokens = slack.calls
        .filter(({ method }) => method === 'chat.postMessage')
        .map(({ token }) => token);
      expect(tokens.toSorted()).toEqual(['xoxb-T1', 'xoxb-T2']);
    });
    const channel = { platform: 'slack', workspaceId: 'T2', channelId: 'C2' } as const;
    const document = { kind: 'notice', heading: 'Hello', paragraphs: [] } as const;
    const message = {
      key: 'k',
      channel,
      document,
      mentions: [],
      language: 'en',
      threadMessageId: null,
    } as const;
    expect((await simply(app.publisher).publish(message)).kind).toBe('posted');
    expect(slack.calls.at(-1)?.token).toBe('xoxb-T2');
  });

  test('is forgotten when the workspace takes the app away', async () => {
    const started = await start(mode);
    const { slack, store } = started;
    await install(started, 'U1', 'T1');
    await install(started, 'U2', 'T2');

    await slack.appUninstalled('T1');
    await slack.tokensRevoked('T2');

    await vi.waitFor(async () => expect(await store.installations.list('slack')).toEqual([]));
  });
});

test.each(['appUninstalled', 'tokensRevoked'] as const)(
  'an %s that is older than the installation changes nothing',
  async (end) => {
    const started = await start('socket');
    const { slack, store, clock, log } = started;
    await install(started, 'U1', 'T1');
    clock.advance(60_000);
    await install(started, 'U1', 'T1');
    clock.advance(-30_000);

    await slack[end]('T1');

    await vi.waitFor(() =>
      expect(log.sentences('info').join()).toContain('no installation as old as its end'),
    );
    expect(await store.installations.list('slack')).toHaveLength(1);
  },
);

test('a state that was not given out installs nothing', async () => {
  const { url, store } = await start('socket');

  const answer = await fetch(`${url}/slack/oauth_redirect?code=c&state=forged`);

  expect(answer.ok).toBe(false);
  expect(await store.installations.list('slack')).toEqual([]);
});

test('what comes from a workspace that has not installed the app is not handled', async () => {
  const { slack, commands } = await start('socket');

  await slack.mention('Anybody?', { channel: 'C1', user: 'U1', teamId: 'T1' });

  expect(commands.runs).toEqual([]);
});
