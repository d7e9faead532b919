import { slackFailure } from './slack-errors.ts';

/** What went wrong, as a sentence without secrets: Slack's errors in our words, our own as they are. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return slackFailure(error).problem;
  const code = 'code' in error ? error.code : null;
  const isOfSlack = typeof code === 'string' && code.startsWith('slack_');
  return isOfSlack ? slackFailure(error).problem : error.message;
}
