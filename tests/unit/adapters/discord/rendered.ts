import { createDiscordRenderer } from '../../../../adapters/discord/renderer.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import type { RenderContext } from '../../../../src/ports/payload-renderer.ts';
import { discordText } from '../../../fakes/discord-checker.ts';

type Layout = Parameters<typeof createDiscordRenderer>[0]['layout'];
type Context = Partial<RenderContext> & { readonly layout?: Layout };

/** What would be posted for a document, in English and with Components V2 where nothing else is said. */
export function rendered(document: MessageDocument, { layout = 'components', ...context }: Context = {}) {
  return createDiscordRenderer({ layout }).render(document, {
    ...{ key: 'key', mentions: [], language: 'en' },
    ...context,
  });
}

export function textOf(document: MessageDocument, context: Context = {}): string {
  return discordText(rendered(document, context));
}
