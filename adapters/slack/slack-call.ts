import type { WebClient } from '@slack/web-api';
import { type SlackFailure, slackFailure } from './slack-errors.ts';

export interface SlackAnswer {
  readonly kind: 'answered';
  /** Slack's JSON, unchecked. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls a method of the Web API. Never rejects. */
export async function slackCall(
  client: WebClient,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<SlackAnswer | SlackFailure> {
  try {
    return { kind: 'answered', body: { ...(await client.apiCall(method, args)) } };
  } catch (error) {
    return slackFailure(error);
  }
}

/** A text of an answer; `null` where there is none. */
export function textIn(body: unknown, name: string): string | null {
  const value = valueIn(body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Anything of an answer. */
export function valueIn(body: unknown, name: string): unknown {
  return isRecord(body) ? body[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
