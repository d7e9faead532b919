import { describe, expect, test, vi } from 'vitest';
import { createPlatformStarter } from '../../../src/assemble/start-platforms.ts';
import { type Mode, type SlackBot, type SlackBotOptions, startSlackBot } from './slack-bot.ts';

const made = (options: SlackBotOptions = {}) => startSlackBot({ start: false, ...options });

/** Somebody asks; resolves when it is answered. */
async function ask({ slack }: Pick<SlackBot, 'slack'>): Promise<void> {
  const before = slack.ephemerals.length;
  const asked = await slack.command({ command: '/wire', text: 'ask Well?', userId: 'U1', channelId: 'C1' });
  expect(asked.outcome).toBe('acked');
  await vi.waitFor(() => expect(slack.ephemerals.length).toBeGreaterThan(before));
}

const failedStarts: readonly (readonly [string, Mode, string, string])[] = [
  ['a revoked token', 'socket', 'auth.test', 'token_revoked'],
  ['a revoked token', 'http', 'auth.test', 'token_revoked'],
  ['a refused app-level token', 'socket', 'apps.connections.open', 'invalid_auth'],
  ['a failing Slack', 'socket', 'apps.connections.open', 'internal_error'],
];

test.each(failedStarts)(
  'a start that fails on %s (%s) works the next time, once',
  async (_, mode, method, code) => {
    const { slack, app, commands, log, chat } = await made({ mode });
    const starter = createPlatformStarter([app], () => chat, log);
    slack.failNext(method, code);

    await starter.startMissing();
    const wasRunning = app.isRunning();
    await starter.startMissing();
    await starter.startMissing();
    await ask({ slack });

    expect([wasRunning, app.isRunning()]).toEqual([false, true]);
    expect(log.sentences('error').at(-1)).toBe('A platform could not be connected and is tried again');
    expect(commands.runs).toHaveLength(1);
    expect(slack.connections).toBe(mode === 'socket' ? 1 : 0);
  },
);

describe('a connection that Slack refuses to make anew', () => {
  async function ended(): Promise<SlackBot> {
    const running = await made({ start: true });
    running.slack.failNext('apps.connections.open', 'token_revoked');
    running.slack.dropConnections();
    await vi.waitFor(() => expect(running.app.isRunning()).toBe(false));
    return running;
  }

  test('is told with advice, and started again', async () => {
    const { slack, app, commands, log, waits, chat } = await ended();

    await createPlatformStarter([app], () => chat, log).startMissing();
    await ask({ slack });

    const told = log.records.filter(({ sentence }) => sentence === 'Slack opens no connection any more');
    expect(told).toHaveLength(1);
    expect(told[0]?.level).toBe('error');
    expect(told[0]?.fields).toMatchObject({
      problem: expect.stringContaining('revoked'),
      advice: expect.stringContaining('SLACK_APP_TOKEN'),
    });
    expect(waits.asked).toEqual([]);
    expect(commands.runs).toHaveLength(1);
    expect(slack.openSockets).toBe(1);
  });

  test('is kept open after that as the first one was', async () => {
    const { slack, app, commands, chat } = await ended();
    await app.start(chat);

    slack.dropConnections();
    await vi.waitFor(() => expect(slack.connections).toBe(3));
    await ask({ slack });

    expect(app.isRunning()).toBe(true);
    expect(commands.runs).toHaveLength(1);
  });
});

test('an app that was stopped can be started again, and stays connected', async () => {
  const { slack, app, commands, chat } = await made({ start: true });

  await app.stop();
  await app.start(chat);
  slack.dropConnections();
  await vi.waitFor(() => expect(slack.connections).toBe(3));
  await ask({ slack });

  expect(commands.runs).toHaveLength(1);
});
