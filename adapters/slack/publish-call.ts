import type { WebClient } from '@slack/web-api';
import type { Attempt } from '../../src/ports/publisher.ts';
import { type SlackAnswer, slackCall } from './slack-call.ts';
import type { SlackFailure } from './slack-errors.ts';

/** Whom an attempt asks. */
export interface Line {
  readonly client: WebClient;
  readonly attempt: Attempt;
}

const overdue: SlackFailure = {
  kind: 'unknown',
  problem: 'Slack took too long; what is missing is posted by another attempt.',
};

/** Calls a method of the Web API, unless the attempt is over. Never rejects. */
export async function callWithin(
  { client, attempt }: Line,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<SlackAnswer | SlackFailure> {
  return attempt.isOver() ? overdue : slackCall(client, method, args);
}
