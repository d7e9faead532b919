import type { SlackPayload } from './block-types.ts';
import { apart, type Envelope, slackMessages, textLines } from './messages.ts';
import { renderWords } from './render-words.ts';
import { preformatted } from './rich-text.ts';

type Payload = Readonly<Record<string, unknown>>;

const nothingUntold = 'There is nothing untold: no digest would be posted.';

/** What a platform would be sent: of Slack as it would be posted, of another as its text. */
export function renderPayloads(payloads: readonly Payload[], envelope: Envelope): readonly SlackPayload[] {
  if (payloads.length === 0) return renderWords(nothingUntold, envelope);
  return payloads.flatMap((payload) => (isOfSlack(payload) ? [payload] : foreign(payload, envelope)));
}

function isOfSlack(payload: Payload): payload is SlackPayload {
  return typeof payload['text'] === 'string' && Array.isArray(payload['blocks']);
}

function foreign(payload: Payload, envelope: Envelope): readonly SlackPayload[] {
  const json = JSON.stringify(payload);
  return slackMessages(apart(textLines(json).map(preformatted)), json, envelope);
}
