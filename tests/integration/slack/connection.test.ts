import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { notice } from '../../fakes/scripted-commands.ts';
import { startSlackBot } from './slack-bot.ts';

const ask = { command: '/wire', text: 'ask Still there?', userId: 'U1', channelId: 'C1' };

describe('Socket Mode', () => {
  test.each([
    ['Slack asks for a new connection', 'refreshConnections'],
    ['Slack closes the connection', 'dropConnections'],
    ['the connection is cut', 'resetConnections'],
  ] as const)('answers again after %s', async (_, trouble) => {
    const { slack } = await startSlackBot();
    expect(slack.connections).toBe(1);

    slack[trouble]();

    await vi.waitFor(() => {
      expect(slack.connections).toBe(2);
      expect(slack.openSockets).toBe(1);
    });
    expect((await slack.command(ask)).outcome).toBe('acked');
    await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
  });

  test('tries with growing pauses while no connection can be made', async () => {
    const { slack, waits, log } = await startSlackBot();
    slack.failNext('apps.connections.open', 'internal_error');
    slack.failNext('apps.connections.open', 'internal_error');

    slack.dropConnections();
    await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([1_000]));
    waits.release(1_000);
    await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([2_000]));
    waits.release(2_000);

    await vi.waitFor(() => expect(slack.openSockets).toBe(1));
    expect(log.sentences('warn').filter((each) => each === 'Slack cannot be connected to')).toHaveLength(2);
  });

  test('stops while no connection can be made', async () => {
    const { slack, waits, app } = await startSlackBot();
    slack.failNext('apps.connections.open', 'internal_error');
    slack.dropConnections();
    await vi.waitFor(() => expect(waits.held).toHaveLength(1));

    await app.stop();

    expect(slack.openSockets).toBe(0);
  });
});

test.each(['xoxb-1', 'xapp-1'])('a start with %s revoked is refused with a sentence', async (token) => {
  const { slack, app, chat } = await startSlackBot({ start: false });
  slack.revokeToken(token);

  await expect(app.start(chat)).rejects.toThrow(/^Slack does not let the bot in: .*\.$/);
});

test('a stop waits for what is under way, and answers nothing more', async () => {
  const { slack, app, commands } = await startSlackBot();
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('ask', () => held.promise);
  await slack.command(ask);
  await vi.waitFor(() => expect(commands.runs).toHaveLength(1));
  let isStopped = false;

  const stopping = app.stop().then(() => {
    isStopped = true;
  });
  await vi.waitFor(() => expect(slack.openSockets).toBe(0));
  expect(isStopped).toBe(false);
  held.resolve(notice('Last words'));
  await stopping;

  expect(JSON.stringify(slack.ephemerals)).toContain('Last words');
});

test('a stop does not wait for ever for work that hangs', async () => {
  const { slack, app, commands, waits, log } = await startSlackBot();
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('ask', () => held.promise);
  await slack.command(ask);
  await vi.waitFor(() => expect(commands.runs).toHaveLength(1));

  const stopping = app.stop();
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([10_000]));
  waits.release(10_000);
  await stopping;

  expect(log.sentences('warn')).toContain('Slack work was left behind at the stop');
  held.resolve(notice('Too late'));
});

describe('HTTP mode', () => {
  test('stops although half of a request is missing, whose connection is closed', async () => {
    const { url, app, waits } = await startSlackBot({ mode: 'http' });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    const head = ['POST /slack/events HTTP/1.1', 'host: bot', 'content-length: 1000', 'expect: 100-continue'];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    // The app has the request when the server asks for its body.
    expect(String((await once(socket, 'data'))[0])).toContain('100 Continue');
    socket.write('half');

    const stopping = app.stop();
    await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([10_000]));
    waits.release(10_000);

    await stopping;
    await closed;
  });

  const body = new URLSearchParams({ ...ask, team_id: 'T1' }).toString();

  function send(url: string, secret: string, ageSeconds = 0) {
    const seconds = String(Math.floor(Date.now() / 1_000) - ageSeconds);
    const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
    return fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': `v0=${digest}`,
      },
      body,
    });
  }

  test('refuses a request that Slack did not sign, and one that is old', async () => {
    const { url, commands } = await startSlackBot({ mode: 'http' });

    expect((await send(url, 'another secret')).status).toBe(401);
    expect((await send(url, 'signing-secret', 600)).status).toBe(401);
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body })).status).toBe(401);
    expect(commands.runs).toHaveLength(0);
    expect((await send(url, 'signing-secret')).status).toBe(200);
  });

  test('leaves other paths alone, and asks Slack to come again when it is not running', async () => {
    const { url, app, chat } = await startSlackBot({ mode: 'http', start: false });

    expect((await fetch(`${url}/health`)).status).toBe(404);
    expect((await send(url, 'signing-secret')).status).toBe(503);
    await app.start(chat);
    expect((await send(url, 'signing-secret')).status).toBe(200);
    await app.stop();
    expect((await send(url, 'signing-secret')).status).toBe(503);
  });
});
