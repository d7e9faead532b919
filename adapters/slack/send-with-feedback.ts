import type { Log } from '../../src/ports/log.ts';
import type { SlackPayload } from './block-types.ts';
import { slackFailure } from './slack-errors.ts';

/** Slack's code for blocks that it does not know, or that a plan or an older workspace does not have. */
export const blocksRefused = 'invalid_blocks';

/**
 * Sends a message; where Slack refuses its blocks, it is sent once more without what asks for feedback, which is an ornament.
 * Rejects with what `send` rejects with.
 */
export async function sendWithFeedback(
  payload: SlackPayload,
  log: Log,
  send: (payload: SlackPayload) => Promise<unknown>,
): Promise<void> {
  try {
    await send(payload);
  } catch (error) {
    const failure = slackFailure(error);
    const plain = withoutFeedback(payload);
    if (plain === null || failure.kind !== 'refused' || failure.code !== blocksRefused) throw error;
    log.info('Slack takes no feedback buttons here', { problem: failure.problem });
    await send(plain);
  }
}

/** `null` where it asks for none. */
export function withoutFeedback(payload: SlackPayload): SlackPayload | null {
  const blocks = payload.blocks.filter(({ type }) => type !== 'context_actions');
  return blocks.length < payload.blocks.length ? { ...payload, blocks } : null;
}
