import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { expect, test } from 'vitest';
import { discordFailure, passesByItself } from '../../../../adapters/discord/discord-errors.ts';

const request = { body: undefined, files: undefined };
const address = 'https://discord.com/api/v10/channels/1/messages';

function refusal(code: number, status = 403, message = 'Refused') {
  return discordFailure(new DiscordAPIError({ code, message }, code, status, 'POST', address, request));
}

test.each([
  [10_003, /not there any more.*Set up another one/],
  [10_004, /not in this Discord server any more.*Invite/],
  [10_008, /deleted/],
  [30_046, /edited too often/],
  [40_001, /set a valid DISCORD_TOKEN/],
  [50_001, /cannot see the channel.*View Channel/],
  [50_007, /no direct messages.*allow/],
  [50_013, /lacks a permission.*Send Messages/],
  [50_083, /archived and locked.*Unlock/],
])('says of code %i what is wrong and what to do', (code, sentence) => {
  const failure = refusal(code);

  expect(failure).toEqual({ kind: 'refused', code, problem: expect.stringMatching(sentence) });
  expect(failure.problem).toMatch(/^[A-Z][^\n]*\.$/);
});

test.each([403, 408])('a %i without a code is not of Discord, and is tried again after a while', (status) => {
  expect(refusal(0, status)).toEqual({
    kind: 'limited',
    retryAfterMs: 600_000,
    problem: expect.stringContaining('between the bot and Discord'),
  });
  expect(discordFailure(pageOf(status)).kind).toBe('limited');
});

/** As the client throws it for a page of Cloudflare's: what it read is no JSON. */
function pageOf(status: number): DiscordAPIError {
  const page = Object(new ArrayBuffer(8));
  return new DiscordAPIError(page, page.error, status, 'POST', address, request);
}

test('tells a refusal that nobody knows in the words of Discord, and no more of it than a sentence takes', () => {
  expect(refusal(99_999, 400, 'Something new.')).toEqual({
    ...{ kind: 'refused', code: 99_999 },
    problem: 'Discord refused with code 99999: Something new.',
  });
  expect(refusal(99_999, 400, `a\nb ${'long '.repeat(900)}`).problem.length).toBeLessThan(400);
});

test('names each field of a message that Discord refuses to read', () => {
  const errors = { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Too long.' }] } };
  const raw = { code: 50_035, message: 'Invalid Form Body', errors };
  const failure = discordFailure(new DiscordAPIError(raw, 50_035, 400, 'POST', address, request));

  expect(failure.problem).toBe(
    'Discord refused with code 50035: Invalid Form Body; content[BASE_TYPE_MAX_LENGTH]: Too long.',
  );
});

test('knows for how long to wait, whichever clock of Discord runs longer', () => {
  const limit = {
    global: false,
    method: 'POST',
    url: address,
    route: '',
    majorParameter: '',
    hash: '',
    limit: 5,
  };
  const failure = discordFailure(
    new RateLimitError({ ...limit, timeToReset: 1, retryAfter: 900, sublimitTimeout: 7_000, scope: 'user' }),
  );

  expect(failure).toEqual({ kind: 'limited', retryAfterMs: 7_000, problem: 'Discord asks for a pause.' });
});

test('does not know what became of a request that failed on the way or in Discord', () => {
  const lost = [
    new HTTPError(502, 'Bad Gateway', 'POST', address, request),
    new DOMException('Aborted', 'AbortError'),
    new DOMException('Timed out', 'TimeoutError'),
    new TypeError('other side closed'),
    'a text that was thrown',
  ].map(discordFailure);

  expect(lost.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  expect(lost.filter(({ problem }) => !/^Discord .*\.$/.test(problem))).toEqual([]);
});

test('a token that is not known is said to the operator, and what passes by itself is not given up', () => {
  const failures = [
    refusal(0, 401, '401: Unauthorized'),
    discordFailure(new Error('Expected token to be set for this request, but none was present')),
  ];

  expect(failures.map((failure) => failure.kind === 'refused' && failure.code)).toEqual([401, 401]);
  expect([30_046, 160_006].map(passesByItself)).toEqual([true, true]);
  expect([10_003, 50_001, 50_013].map(passesByItself)).toEqual([false, false, false]);
});
