import { expect, test } from 'vitest';
import { clientOf, codeOf, slackForTest } from './slack-for-test.ts';

const first = {
  id: 'T1',
  name: 'First',
  botToken: 'xoxb-1',
  botUserId: 'UBOT1',
  botId: 'B1',
  scopes: ['chat:write'],
};
const second = {
  ...first,
  id: 'T2',
  name: 'Second',
  botToken: 'xoxb-2',
  botUserId: 'UBOT2',
  botId: 'B2',
  isInstalled: false,
};
const client = { client_id: 'client-id', client_secret: 'client-secret' };
const page = '/oauth/v2/authorize?client_id=client-id&scope=chat:write,users:read&state=s1&redirect_uri=';
const redirectUri = 'https://wire.example/slack/oauth_redirect';
const authorizeUrl = page + encodeURIComponent(redirectUri);
const by = { user: 'U1', teamId: 'T2' };

test('an app that somebody approves gets a token that works, with the scopes it asked for', async () => {
  const slack = await slackForTest({ teams: [first, second] });
  expect(await codeOf(clientOf(slack, 'xoxb-2').auth.test())).toBe('invalid_auth');

  const target = new URL(await slack.authorize(authorizeUrl, by));
  const code = target.searchParams.get('code') ?? '';
  const answer = await clientOf(slack, '').oauth.v2.access({ ...client, code, redirect_uri: redirectUri });

  expect(target.origin + target.pathname).toBe(redirectUri);
  expect(target.searchParams.get('state')).toBe('s1');
  expect(answer).toMatchObject({
    ...{ access_token: 'xoxb-2', token_type: 'bot', scope: 'chat:write,users:read', bot_user_id: 'UBOT2' },
    ...{ team: { id: 'T2', name: 'Second' }, authed_user: { id: 'U1' }, is_enterprise_install: false },
  });
  expect(await clientOf(slack, 'xoxb-2').auth.test()).toMatchObject({
    team_id: 'T2',
    response_metadata: { scopes: ['chat:write', 'users:read'] },
  });
});

test('a code works once, for ten minutes, and for the app that asked', async () => {
  let nowMs = 1_700_000_000_000;
  const slack = await slackForTest({ teams: [first, second], nowMs: () => nowMs });
  const newCode = async () => new URL(await slack.authorize(authorizeUrl, by)).searchParams.get('code') ?? '';
  const access = (args: object) =>
    codeOf(clientOf(slack, '').oauth.v2.access({ ...client, code: '', ...args }));
  const code = await newCode();

  expect(await access({ code, client_secret: 'other' })).toBe('bad_client_secret');
  expect(await access({ code, client_id: 'other' })).toBe('invalid_client_id');
  expect(await access({ code, redirect_uri: 'https://evil.example/' })).toBe('bad_redirect_uri');
  expect(await access({ code: 'made-up' })).toBe('invalid_code');
  await clientOf(slack, '').oauth.v2.access({ ...client, code });
  expect(await access({ code })).toBe('code_already_used');
  const late = await newCode();
  nowMs += 10 * 60_000 + 1;
  expect(await access({ code: late })).toBe('code_expired');
});

test('a browser that comes by itself is sent back with a code, for the workspace that lacks the app', async () => {
  const slack = await slackForTest({ teams: [first, second] });

  const response = await fetch(slack.url + authorizeUrl, { redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? '');
  const code = location.searchParams.get('code') ?? '';

  expect(response.status).toBe(302);
  expect((await clientOf(slack, '').oauth.v2.access({ ...client, code })).team?.id).toBe('T2');
});

test('a page for another app, or for no scopes, shows an error', async () => {
  const slack = await slackForTest();
  const open = async (query: string) => (await fetch(`${slack.url}/oauth/v2/authorize?${query}`)).text();

  expect(await open('client_id=other')).toBe('Invalid client_id parameter.');
  expect(await open('client_id=client-id&redirect_uri=https://wire.example/')).toBe('No scopes requested.');
});
