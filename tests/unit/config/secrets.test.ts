import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { describeProblem } from '../../../config/config-problem.ts';
import { okConfig, problemsOf } from './loading.ts';

const botToken = 'xoxb-111-sesame';
const secretKey = 'k'.repeat(44);
const oauth = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'sesame',
  SLACK_STATE_SECRET: 'sesame',
  WIREWATCH_SECRET_KEY: secretKey,
  PORT: '8080',
};
const { PORT: _, ...oauthWithoutPort } = oauth;

test('a secret shows nowhere but where it is asked for', () => {
  const config = okConfig({
    env: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: 'xapp-sesame',
      DATABASE_URL: 'postgres://u:sesame@db/wire',
    },
  });

  for (const text of [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${config.databaseUrl}`,
  ]) {
    expect(text).toContain('(secret)');
    expect(text).not.toContain('sesame');
  }
  expect(config.secrets.map((secret) => secret.reveal()).sort()).toEqual(
    ['postgres://u:sesame@db/wire', 'xapp-sesame', botToken].sort(),
  );
});

test('a secret can come from a file, whose last line break is no part of it', () => {
  const config = okConfig({
    env: { DISCORD_TOKEN_FILE: '/run/secrets/discord' },
    files: { '/run/secrets/discord': 'sesame\n' },
  });

  expect(config.discord?.token.reveal()).toBe('sesame');
});

const faultyFiles = [
  [{ DISCORD_TOKEN_FILE: '/run/none' }, 'DISCORD_TOKEN_FILE', 'does not exist'],
  [{ DISCORD_TOKEN_FILE: '/run/empty' }, 'DISCORD_TOKEN_FILE', 'is empty'],
  [{ DISCORD_TOKEN_FILE: '/run/empty', DISCORD_TOKEN: 'x' }, 'DISCORD_TOKEN', 'is set too'],
] as const;

test.each(faultyFiles)('tells of %o', (env, key, part) => {
  const [problem] = problemsOf({ env, files: { '/run/empty': '\n' } });

  expect(problem).toMatchObject({ key, problem: expect.stringContaining(part) });
});

test('a variable set to nothing is not set', () => {
  expect(okConfig({ env: { SLACK_BOT_TOKEN: '', PORT: ' ', DISCORD_TOKEN_FILE: '' } }).slack).toBe(null);
});

const wrongEnvironments = [
  [{ SLACK_BOT_TOKEN: botToken }, ['SLACK_BOT_TOKEN']],
  [
    { SLACK_BOT_TOKEN: 'xapp-sesame', SLACK_APP_TOKEN: 'xoxb-sesame' },
    ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  ],
  [{ SLACK_APP_TOKEN: 'xapp-sesame' }, ['SLACK_APP_TOKEN']],
  [{ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: 'sesame' }, ['SLACK_SIGNING_SECRET']],
  [
    { SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1', PORT: '0' },
    ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'WIREWATCH_SECRET_KEY'],
  ],
  [{ ...oauthWithoutPort, SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_CLIENT_ID']],
  [{ ...oauthWithoutPort, SLACK_SIGNING_SECRET: 'sesame' }, ['SLACK_SIGNING_SECRET']],
  [{ ...oauth, SLACK_APP_TOKEN: 'xapp-1', WIREWATCH_SECRET_KEY: 'sesame' }, ['WIREWATCH_SECRET_KEY']],
  [{ ...oauth, SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: botToken }, ['SLACK_BOT_TOKEN']],
  [
    { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1/api' },
    ['SLACK_API_URL'],
  ],
  [{ DISCORD_TOKEN: 'Bot sesame' }, ['DISCORD_TOKEN']],
  [{ DISCORD_API_URL: 'http://127.0.0.1' }, ['DISCORD_API_URL']],
  [{ OPENAI_BASE_URL: 'localhost:11434' }, ['OPENAI_BASE_URL']],
  [{ OPENAI_MODEL: 'gpt-5' }, ['OPENAI_MODEL']],
  [{ DATABASE_URL: 'mysql://u:sesame@db/wire' }, ['DATABASE_URL']],
  [{ PORT: '80000' }, ['PORT']],
] as const;

test.each(wrongEnvironments)('refuses %o without showing a secret', (env, keys) => {
  const problems = problemsOf({ env });

  expect(problems.map(({ key }) => key)).toEqual(keys);
  expect(problems.map(describeProblem).join(' ')).not.toContain('sesame');
});

test('a token in the file of settings is refused and not repeated', () => {
  const [problem, other] = problemsOf({ own: 'slackToken: xoxb-1-sesame\nlog: { level: xoxb-1-sesame }' });

  expect(other?.wayOut).toContain('environment');
  expect(problem?.key).toBe('log.level');
  expect([problem, other].map((each) => each && describeProblem(each)).join(' ')).not.toContain('sesame');
});

test('Slack is in Socket Mode where both ways are set', () => {
  const config = okConfig({
    env: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' },
  });

  expect([config.slack?.connection.kind, config.slack?.installation.kind]).toEqual(['socket', 'single']);
});

test('installation by OAuth without a port says what it is for', () => {
  const [problem] = problemsOf({ env: { ...oauthWithoutPort, SLACK_APP_TOKEN: 'xapp-1' } });

  expect(problem && describeProblem(problem)).toContain('the page that installs the app');
  expect(problem?.wayOut).toContain('Set PORT');
});

test('any free port is a port', () => {
  const { slack, port } = okConfig({ env: { ...oauth, SLACK_APP_TOKEN: 'xapp-1', PORT: '0' } });

  expect([slack?.connection.kind, port]).toEqual(['socket', 0]);
});

test('Slack can be installed by OAuth over HTTP', () => {
  const { slack, port } = okConfig({ env: { ...oauth, SLACK_SIGNING_SECRET: 's', PORT: '8080' } });

  expect([slack?.connection.kind, slack?.installation.kind, port]).toEqual(['http', 'oauth', 8080]);
});

test('a base URL alone makes a language model without a key', () => {
  const { languageModel } = okConfig({
    env: { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3' },
  });

  expect(languageModel).toEqual({
    apiKey: null,
    baseUrl: 'http://127.0.0.1:11434/v1',
    model: 'qwen3',
    embeddingModel: null,
    timeoutMs: 30_000,
  });
});
