import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import type { DiscordMessageLayout } from './messages.ts';
import { renderDocument } from './render-document.ts';

/** Makes bodies of message create requests. */
export function createDiscordRenderer({ layout }: { layout: DiscordMessageLayout }): PayloadRenderer {
  return {
    platform: 'discord',
    render: (document, context) => renderDocument(document, { ...context, layout }),
  };
}
