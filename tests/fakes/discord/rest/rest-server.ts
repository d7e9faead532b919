import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Mishap } from '../../fake-platform.ts';
import type { FakeCall } from '../records.ts';
import { isJson } from '../validate/fields.ts';
import type { World } from '../world.ts';
import { type Answer, answerRequest, type ReadRequest, refusedAnswer } from './answer-request.ts';
import { ApiError, refuse } from './api-error.ts';
import type { RateLimits } from './rate-limits.ts';
import { type ReadBody, readBody } from './read-request.ts';
import type { Match } from './router.ts';
import type { StoredTroubles, Trouble } from './troubles.ts';

export interface RestParts {
  readonly world: World;
  readonly match: Match;
  readonly limits: RateLimits;
  readonly troubles: StoredTroubles;
}

export interface RestRecord {
  readonly calls: FakeCall[];
  invalidRequests: number;
  limited: number;
  mishaps: number;
}

const slowMs = 40;
const version = '/api/v10';

/** The routes that create or edit a message, for which `nextMishap` is asked. */
const mishapRoutes: ReadonlySet<string> = new Set([
  'POST /channels/:channel/messages',
  'PATCH /channels/:channel/messages/:message',
  'POST /channels/:channel/threads',
]);

export async function serveRest(
  parts: RestParts,
  record: RestRecord,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, troubles } = parts;
  const read = await readRequest(parts, request);
  record.calls.push(read.call);
  const key = `${read.call.method} ${read.call.route}`;
  const trouble = troubles.take(key);
  const mishap = mishapRoutes.has(key) ? (world.options.nextMishap?.() ?? null) : null;
  if (mishap) record.mishaps += 1;
  if (mishap === 'slow') await pause(slowMs);
  const how = hangUpOf(trouble, mishap);
  const answer = isUndone(how, mishap) ? failed : carryOut(parts, read, trouble);
  note(record, read.call, answer, how !== null);
  if (how) response.destroy();
  else reply(response, answer);
  world.changes.notify();
}

const failed: Answer = { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers: {} };

function hangUpOf(trouble: Trouble | null, mishap: Mishap | null): 'lost' | 'dropped' | null {
  if (trouble?.kind === 'hangUp') return trouble.how;
  return mishap === 'lost' || mishap === 'dropped' ? mishap : null;
}

function isUndone(how: 'lost' | 'dropped' | null, mishap: Mishap | null): boolean {
  return how === 'dropped' || mishap === 'failed';
}

interface Read extends ReadRequest {
  /** What was wrong with the body already. */
  readonly refusal: ApiError | null;
}

async function readRequest({ world, match }: RestParts, request: IncomingMessage): Promise<Read> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const method = request.method ?? 'GET';
  const isOurs = url.pathname.startsWith(`${version}/`);
  const path = isOurs ? url.pathname.slice(version.length) : url.pathname;
  const matched = isOurs ? match(method, path) : null;
  const otherVersion = /^\/api\/v\d+\//.test(url.pathname) && !isOurs ? refuse('invalidVersion') : null;
  const { body, refusal } = await readOrRefuse(request);
  const brought = Number(request.headers['x-fake-now-ms'] ?? Number.NaN);
  const call: FakeCall = {
    ...{ method, path },
    route: matched?.route ?? path,
    query: Object.fromEntries(url.searchParams),
    body: Array.isArray(body.rawBody) || isJson(body.rawBody) ? body.rawBody : null,
    atMs: Number.isNaN(brought) ? world.clock.nowMs() : brought,
    status: 0,
    code: null,
  };
  return {
    ...{ call, matched, ...body },
    authorization: request.headers.authorization,
    bringsTime: !Number.isNaN(brought),
    refusal: otherVersion ?? refusal,
  };
}

async function readOrRefuse(
  request: IncomingMessage,
): Promise<{ readonly body: ReadBody; readonly refusal: ApiError | null }> {
  try {
    return { body: await readBody(request), refusal: null };
  } catch (error) {
    if (error instanceof ApiError) return { body: { rawBody: null, fileCount: 0 }, refusal: error };
    throw error;
  }
}

function carryOut({ world, limits }: RestParts, read: Read, trouble: Trouble | null): Answer {
  if (read.refusal) return refusedAnswer(read.refusal);
  const broughtMs = read.bringsTime ? read.call.atMs : null;
  return world.clock.during(broughtMs, () => answerRequest(world, limits, read, trouble));
}

function note(record: RestRecord, call: FakeCall, answer: Answer, isHungUp: boolean): void {
  call.status = isHungUp ? 0 : answer.status;
  if (isHungUp || answer.status < 400) return;
  call.code = isJson(answer.body) && typeof answer.body['code'] === 'number' ? answer.body['code'] : null;
  if (answer.status === 429) record.limited += 1;
  // Limits that many bots share do not count towards the ban (docs.discord.com: invalid request limit).
  const isShared = answer.headers['x-ratelimit-scope'] === 'shared';
  if ([401, 403, 429].includes(answer.status) && !isShared) record.invalidRequests += 1;
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...(status === 204 ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}
