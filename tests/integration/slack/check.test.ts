import { expect, test } from 'vitest';
import { readManifest } from '../../../adapters/slack/read-manifest.ts';
import { type SlackBotOptions, startSlackBot } from './slack-bot.ts';

const made = (options: SlackBotOptions = {}) => startSlackBot({ start: false, ...options });

const { botScopes } = readManifest();
const own = { id: 'T1', name: 'Newsroom', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' };
const refOf = (channelId: string) => ({ platform: 'slack', workspaceId: 'T1', channelId }) as const;

test('all is well where the manifest was followed and the bot is in the channel', async () => {
  const { app } = await made({ slack: { teams: [{ ...own, scopes: botScopes }] } });

  const findings = await app.check([refOf('C1'), refOf('person:U1')]);

  expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
    ['Slack app token', true],
    ['Slack bot token of T1', true],
    ['Slack scopes of T1', true],
    ['Slack channel C1', true],
  ]);
});

test('each scope that is missing is named', async () => {
  const scopes = botScopes.filter((scope) => scope !== 'files:write' && scope !== 'users:read');
  const { app } = await made({ slack: { teams: [{ ...own, scopes }] } });

  const finding = (await app.check([])).find(({ check }) => check === 'Slack scopes of T1');

  expect(finding?.detail).toBe('missing: files:write, users:read');
  expect(finding?.advice).toContain('reinstall the app');
});

test('a token that was revoked is told, with where to get another', async () => {
  const { app, slack } = await made();
  slack.revokeToken('xoxb-1');
  slack.revokeToken('xapp-1');

  const findings = await app.check([]);

  expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
    ['Slack app token', false],
    ['Slack bot token', false],
  ]);
  expect(findings.map(({ advice }) => advice).join()).toContain('xoxb-');
  expect(JSON.stringify(findings)).not.toContain('xoxb-1');
});

test('channels that cannot be posted to are told, each with what to do', async () => {
  const channels = [
    { id: 'C2', name: 'elsewhere', isMember: false },
    { id: 'C3', name: 'old', isArchived: true },
  ];
  const { app } = await made({ slack: { channels } });

  const findings = await app.check([refOf('C2'), refOf('C3'), refOf('C4')]);

  const told = findings.filter(({ check }) => check.startsWith('Slack channel'));
  expect(told.map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(told[0]?.advice).toBe('Write /invite @wirewatch in #elsewhere.');
  expect(told[1]?.detail).toBe('#old is archived');
});
