import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../json.ts';
import { textOf } from '../json.ts';
import type { SlackMishap } from '../options.ts';
import type { SlackState } from '../state.ts';
import { answerMethod, type MethodAnswer, type MethodRequest } from './answer-method.ts';
import { argumentsOf, bytesOf } from './read-body.ts';
import { reply } from './reply.ts';

/** What may go wrong by `nextMishap`: what changes the messages that stand. */
const fragile: readonly string[] = ['chat.delete', 'chat.postMessage', 'chat.update'];

const failed: MethodAnswer = { status: 500, headers: {}, body: {} };
const noJson: MethodAnswer = { status: 200, headers: {}, body: { ok: false, error: 'invalid_json' } };

/** `POST /api/METHOD` */
export async function serveMethod(
  state: SlackState,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = (await bytesOf(request)).toString('utf8');
  const args = argumentsOf(request.headers['content-type'] ?? '', body);
  if (!args) return reply(response, noJson);
  const asked: MethodRequest = {
    method,
    args: { ...args, ...clientOf(request) },
    token: tokenOf(request, args),
    nowMs: momentOf(request) ?? state.settings.nowMs(),
  };
  const mishap = fragile.includes(method) ? state.settings.nextMishap() : null;
  if (mishap) state.counts.mishaps += 1;
  if (mishap === 'slow') await pause(state.settings.slowMs);
  const answer = mishap === 'dropped' || mishap === 'failed' ? failed : answerMethod(state, asked);
  record(state, asked, answer, mishap);
  if (mishap === 'dropped' || mishap === 'lost') response.destroy();
  else reply(response, answer);
}

function record(
  state: SlackState,
  { method, args, token, nowMs }: MethodRequest,
  answer: MethodAnswer,
  mishap: SlackMishap | null,
): void {
  const { token: _token, ...body } = args;
  const { status, body: answered } = answer;
  state.calls.push({ method, body, token, atMs: nowMs, status, answer: answered, mishap });
}

function tokenOf(request: IncomingMessage, args: JsonObject): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? textOf(args['token']);
}

/** `Authorization: Basic`, as oauth.v2.access takes the client's id and secret too. */
function clientOf(request: IncomingMessage): JsonObject {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!basic) return {};
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
  return { client_id: id, client_secret: secret };
}

function momentOf(request: IncomingMessage): number | null {
  const given = request.headers['x-fake-now-ms'];
  return typeof given === 'string' && given !== '' ? Number(given) : null;
}
