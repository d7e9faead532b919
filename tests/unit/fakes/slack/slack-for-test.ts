import { type Logger, LogLevel, webApi } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../../fakes/slack/fake-slack.ts';
import { type JsonObject, objectOf } from '../../../fakes/slack/json.ts';
import type { FakeSlackOptions } from '../../../fakes/slack/options.ts';

/** A fake that stops with the test. */
export async function slackForTest(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack(options);
  onTestFinished(() => slack.stop());
  return slack;
}

const nothing = () => undefined;

/** The SDKs' own log lines are noise in a test. */
export const silent: Logger = {
  ...{ debug: nothing, info: nothing, warn: nothing, error: nothing },
  ...{ setLevel: nothing, setName: nothing, getLevel: () => LogLevel.ERROR },
};

/** The real client, without its retries. */
export function clientOf(
  slack: FakeSlack,
  token = 'xoxb-1',
  headers: Readonly<Record<string, string>> = {},
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    headers: { ...headers },
    logger: silent,
  });
}

/** What Slack answered to a call that it refused: `error` and what stands beside it. */
export async function refusalOf(call: Promise<unknown>): Promise<JsonObject> {
  const error: unknown = await call.then(
    () => {
      throw new Error('Slack took it.');
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('data' in error)) throw error;
  return objectOf(error.data);
}

export async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return (await refusalOf(call))['error'];
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

export function button(actionId: string, value: string) {
  return { type: 'button' as const, action_id: actionId, value, text: plain('Press') };
}

export function actions(...elements: readonly ReturnType<typeof button>[]) {
  return { type: 'actions' as const, elements: [...elements] };
}

/** A modal with one text field, `field` / `value`. */
export function modal(callbackId = 'form') {
  return {
    type: 'modal' as const,
    callback_id: callbackId,
    title: plain('Form'),
    submit: plain('Save'),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'field',
        label: plain('Text'),
        element: { type: 'plain_text_input' as const, action_id: 'value' },
      },
    ],
  };
}
