import type { JsonObject } from '../json.ts';
import { textOf } from '../json.ts';
import { slackMethods } from '../method-scopes.ts';
import { allMethods } from '../methods/all-methods.ts';
import { missingScope } from '../methods/conversation-of.ts';
import { SlackRefusal } from '../refusal.ts';
import type { PlannedTrouble, SlackState, Token } from '../state.ts';

export interface MethodRequest {
  readonly method: string;
  readonly args: JsonObject;
  readonly token: string;
  readonly nowMs: number;
}

export interface MethodAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

const nobody: Token = { token: '', kind: 'bot', teamId: '', userId: '', scopes: [], refusedWith: null };

/** What Slack answers to a call, and does it. Everything that it gives reasons for has status 200. */
export function answerMethod(state: SlackState, request: MethodRequest): MethodAnswer {
  const token = state.tokens.get(request.token);
  const headers = {
    ...(token ? { 'x-oauth-scopes': token.scopes.join(',') } : {}),
    'x-accepted-oauth-scopes': (slackMethods[request.method]?.scopes ?? []).join(','),
  };
  const planned = state.troubles.get(request.method)?.shift();
  const waitMs = planned ? plannedWaitMs(planned) : rateWaitMs(state, request, token);
  if (waitMs > 0) {
    state.counts.limited += 1;
    const retry = { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
    return { status: 429, headers: { ...headers, ...retry }, body: { ok: false, error: 'ratelimited' } };
  }
  return { status: 200, headers, body: bodyOf(state, request, planned) };
}

function plannedWaitMs(planned: PlannedTrouble): number {
  return planned.kind === 'limited' ? planned.seconds * 1_000 : 0;
}

/** A message to a channel waits for its turn; so does a method with a limit of its own. */
function rateWaitMs(state: SlackState, request: MethodRequest, token: Token | undefined): number {
  const { method, args, nowMs } = request;
  const methodWaitMs = state.methodWaitMs.get(method)?.(token?.teamId ?? '', nowMs) ?? 0;
  if (methodWaitMs > 0 || method !== 'chat.postMessage') return methodWaitMs;
  return state.postingWaitMs?.(textOf(args['channel']), nowMs) ?? 0;
}

function bodyOf(state: SlackState, request: MethodRequest, planned?: PlannedTrouble): JsonObject {
  try {
    if (planned) throw new SlackRefusal(planned.error, planned.extra);
    const perform = Object.hasOwn(allMethods, request.method) ? allMethods[request.method] : undefined;
    if (!perform) throw new SlackRefusal('unknown_method', { req_method: request.method });
    return { ok: true, ...perform({ ...request, state, token: acceptedToken(state, request) }) };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { ok: false, error: error.code, ...error.extra };
  }
}

/** The token's record, if it works, is of the method's kind, and has the scope. */
function acceptedToken(state: SlackState, { method, token: given }: MethodRequest): Token {
  const rule = slackMethods[method];
  if (rule?.token === 'none') return nobody;
  if (given === '') throw new SlackRefusal('not_authed');
  const token = state.tokens.get(given);
  if (!token) throw new SlackRefusal('invalid_auth');
  if (token.refusedWith) throw new SlackRefusal(token.refusedWith);
  if ((rule?.token === 'app') !== (token.kind === 'app')) throw new SlackRefusal('not_allowed_token_type');
  const scopes = rule?.scopes ?? [];
  const isEnough = scopes.length === 0 || scopes.some((scope) => token.scopes.includes(scope));
  if (!isEnough) throw missingScope(scopes.join(','), token.scopes);
  return token;
}
