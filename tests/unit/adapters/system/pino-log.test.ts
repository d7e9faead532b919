import { expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../../../adapters/system/pino-log.ts';

function logInto(lines: string[], options: Partial<LogOptions> = {}) {
  const destination = { write: (line: string) => lines.push(line) };
  return createLog({ level: 'info', format: 'json', destination, secrets: [], ...options });
}

test('writes one JSON object a line with level, time, sentence and fields', () => {
  const lines: string[] = [];

  logInto(lines).warn('A source failed', { sourceId: 'bis', status: 503 });

  expect(lines).toHaveLength(1);
  const { time, ...record } = JSON.parse(lines[0] ?? '');
  expect(record).toEqual({ level: 'warn', msg: 'A source failed', sourceId: 'bis', status: 503 });
  expect(new Date(time).toISOString()).toBe(time);
  expect(lines[0]?.endsWith('\n')).toBe(true);
});

test('keeps quiet below its level', () => {
  const lines: string[] = [];
  const log = logInto(lines, { level: 'error' });

  log.info('Nothing much');
  log.warn('A little');
  log.error('Too much');

  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['Too much']);
});

test('says nothing at all when silent', () => {
  const lines: string[] = [];

  logInto(lines, { level: 'silent' }).error('Too much');

  expect(lines).toEqual([]);
});

test('strikes out a known secret wherever it stands', () => {
  const lines: string[] = [];
  const log = logInto(lines, { secrets: ['correct-horse-battery', 'correct-horse'] });

  log.error('The key correct-horse-battery was refused', {
    reason: 'at https://x/?k=correct-horse-battery',
    tried: ['correct-horse', 'other'],
  });

  expect(lines[0]).not.toContain('horse');
  expect(lines[0]).not.toContain('battery');
  expect(lines[0]).toContain('other');
});

const shaped = [
  `xoxb-1234567890-${'a'.repeat(24)}`,
  `xapp-1-A111-222-${'b'.repeat(20)}`,
  `sk-proj-${'c'.repeat(40)}`,
  `${'M'.repeat(24)}.${'G'.repeat(6)}.${'h'.repeat(38)}`,
];

test.each(shaped)('strikes out a token by its shape: %s', (token) => {
  const lines: string[] = [];

  logInto(lines).error('Refused', { reason: `answer to ${token} was 401` });

  expect(JSON.parse(lines[0] ?? '').reason).toBe('answer to (secret) was 401');
});

const addresses = [
  ['postgres://bot:hunter2@db:5432/wire', 'postgres://(secret)@db:5432/wire'],
  ['https://hooks.slack.com/services/T0/B0/abcdef', 'https://hooks.slack.com/(secret)'],
  ['https://discord.com/api/webhooks/1/abc-def', 'https://discord.com/api/webhooks/(secret)'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer (secret)'],
];

test.each(addresses)('strikes out what is secret in %s', (text, expected) => {
  const lines: string[] = [];

  logInto(lines).info('Seen', { text });

  expect(JSON.parse(lines[0] ?? '').text).toBe(expected);
});

test('never shows a field with the name of a secret', () => {
  const lines: string[] = [];

  logInto(lines).info('Started', { botToken: 'short', apiKey: 'short', tokens: 3 });

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ botToken: '(secret)', apiKey: '(secret)', tokens: 3 });
});

test('leaves ordinary text, hosts and times alone', () => {
  const lines: string[] = [];
  const text = 'https://www.example.com:8080/a/b at 10:00, task-sk-1, 15 CFR 744.16';

  logInto(lines).info('Seen', { text });

  expect(JSON.parse(lines[0] ?? '').text).toBe(text);
});

test('writes for people at a terminal on request', () => {
  const lines: string[] = [];

  logInto(lines, { format: 'text' }).warn('A source failed', { sourceId: 'bis', status: 503 });

  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}A source failed sourceId="bis" status=503\n$/);
});
