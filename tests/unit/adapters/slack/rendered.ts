import type { SlackPayload } from '../../../../adapters/slack/block-types.ts';
import { slackRenderer } from '../../../../adapters/slack/renderer.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import type { RenderContext } from '../../../../src/ports/payload-renderer.ts';

/** A document as Slack is sent it: in English, calling nobody, under the key `key`, unless told otherwise. */
export function rendered(
  document: MessageDocument,
  context: Partial<RenderContext> = {},
): readonly SlackPayload[] {
  return slackRenderer.render(document, { key: 'key', mentions: [], language: 'en', ...context });
}
