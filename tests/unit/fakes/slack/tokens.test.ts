import { expect, test } from 'vitest';
import { allBotScopes, slackMethods } from '../../../fakes/slack/method-scopes.ts';
import { allMethods } from '../../../fakes/slack/methods/all-methods.ts';
import { clientOf, codeOf, refusalOf, slackForTest } from './slack-for-test.ts';

const team = {
  id: 'T1',
  name: 'Newsroom',
  botToken: 'xoxb-1',
  botUserId: 'UBOT1',
  botId: 'B1',
  scopes: ['chat:write', 'channels:history'],
};

test('every method has a rule, and every rule a method', () => {
  expect(Object.keys(slackMethods).sort()).toEqual(Object.keys(allMethods).sort());
  expect(allBotScopes).toContain('chat:write');
});

test('a token without the scope is told which it needs and which it has', async () => {
  const slack = await slackForTest({ teams: [team] });
  const client = clientOf(slack);

  expect(await refusalOf(client.users.info({ user: 'U1' }))).toMatchObject({
    ...{ error: 'missing_scope', needed: 'users:read', provided: 'chat:write,channels:history' },
    response_metadata: { scopes: ['chat:write', 'channels:history'] },
  });
  expect(await client.chat.postMessage({ channel: 'C1', text: 'a' })).toMatchObject({
    response_metadata: { scopes: ['chat:write', 'channels:history'], acceptedScopes: ['chat:write'] },
  });
});

test('the scope for a conversation is the one for its kind', async () => {
  const slack = await slackForTest({
    teams: [team],
    channels: [
      { id: 'C1', name: 'news' },
      { id: 'C2', name: 'secret', isPrivate: true },
    ],
  });
  const client = clientOf(slack);

  expect(await client.conversations.history({ channel: 'C1' })).toMatchObject({ ok: true });
  expect(await refusalOf(client.conversations.history({ channel: 'C2' }))).toMatchObject({
    error: 'missing_scope',
    needed: 'groups:history',
  });
});

test.each([
  ['xoxb-nobody', 'invalid_auth'],
  ['xapp-1', 'not_allowed_token_type'],
])('the token %s is refused: %s', async (token, code) => {
  const slack = await slackForTest();

  expect(await codeOf(clientOf(slack, token).auth.test())).toBe(code);
});

test('no token is not authed, and a token may stand in the body', async () => {
  const slack = await slackForTest();
  const ask = async (body: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body })).json();
  };

  expect(await ask('')).toEqual({ ok: false, error: 'not_authed' });
  expect(await ask('token=xoxb-1')).toMatchObject({ ok: true, team_id: 'T1' });
});

test('only an app token opens a connection', async () => {
  const slack = await slackForTest();

  expect((await clientOf(slack, 'xapp-1').apps.connections.open({})).url).toMatch(
    /^ws:\/\/127\.0\.0\.1:\d+\/link\//,
  );
  expect(await codeOf(clientOf(slack).apps.connections.open({}))).toBe('not_allowed_token_type');
});

test("a person's token works and is no bot's", async () => {
  const slack = await slackForTest({ teams: [{ ...team, userToken: { token: 'xoxp-1', userId: 'U1' } }] });

  const answer = await clientOf(slack, 'xoxp-1').auth.test();

  expect(answer).toMatchObject({ ok: true, user_id: 'U1' });
  expect(answer.bot_id).toBeUndefined();
});

test('a revoked token stops working', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);

  slack.revokeToken('xoxb-1');

  expect(await codeOf(client.auth.test())).toBe('token_revoked');
});

test('an app that gives its token back cannot use it again', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);

  expect(await client.auth.revoke({ test: true })).toMatchObject({ revoked: false });
  expect(await client.auth.revoke()).toMatchObject({ revoked: true });
  expect(await codeOf(client.auth.test())).toBe('token_revoked');
});

test('a workspace does not see the channels and people of another', async () => {
  const other = {
    ...team,
    id: 'T2',
    botToken: 'xoxb-2',
    botUserId: 'UBOT2',
    botId: 'B2',
    scopes: allBotScopes,
  };
  const slack = await slackForTest({ teams: [team, other] });
  const client = clientOf(slack, 'xoxb-2');

  expect(await client.auth.test()).toMatchObject({ team_id: 'T2', user_id: 'UBOT2' });
  expect(await codeOf(client.chat.postMessage({ channel: 'C1', text: 'a' }))).toBe('channel_not_found');
  expect(await codeOf(client.users.info({ user: 'U1' }))).toBe('user_not_found');
});
