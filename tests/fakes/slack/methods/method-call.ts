import { isObject, type JsonObject, parsedJson } from '../json.ts';
import type { FakeTeam } from '../options.ts';
import { invalidArguments, SlackRefusal } from '../refusal.ts';
import type { SlackState, Token } from '../state.ts';

/** One call of a Web API method, whose token was checked. */
export interface MethodCall {
  readonly state: SlackState;
  readonly method: string;
  readonly args: JsonObject;
  readonly token: Token;
  readonly nowMs: number;
}

/** Does it and says what Slack answers besides `ok: true`; throws a SlackRefusal. */
export type SlackMethod = (call: MethodCall) => JsonObject;

export function teamOf({ state, token }: MethodCall): FakeTeam {
  const team = state.teams.get(token.teamId);
  if (!team) throw new SlackRefusal('not_allowed_token_type');
  return team;
}

/** An argument that must be there; form bodies bring strings, JSON bodies any value. */
export function textArg({ args }: MethodCall, name: string): string {
  const value = args[name];
  if (typeof value === 'string' && value !== '') return value;
  throw invalidArguments(`missing required field: ${name}`);
}

export function optionalText({ args }: MethodCall, name: string): string | null {
  const value = args[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  throw invalidArguments(`must be a string [json-pointer:/${name}]`);
}

export function flagArg({ args }: MethodCall, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

/** A whole number from 1 to `max`; more is taken as `max`. */
export function limitArg({ args }: MethodCall, usual: number, max: number): number {
  if (args['limit'] === undefined || args['limit'] === '') return Math.min(usual, max);
  const limit = Number(args['limit']);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new SlackRefusal('invalid_limit');
  return Math.min(limit, max);
}

/** A list or object, sent as JSON text in a form. Undefined when absent; throws `code` when it is no JSON. */
export function jsonArg({ args }: MethodCall, name: string, code = 'invalid_arguments'): unknown {
  const value = args[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') return value;
  const parsed = parsedJson(value);
  if (parsed === undefined) throw new SlackRefusal(code);
  return parsed;
}

export function objectArg(call: MethodCall, name: string): JsonObject {
  const value = jsonArg(call, name);
  if (isObject(value)) return value;
  throw invalidArguments(
    value === undefined ? `missing required field: ${name}` : `must be an object [json-pointer:/${name}]`,
  );
}
