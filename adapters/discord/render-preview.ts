import { nobody } from './mention-text.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts, plainFrame } from './messages.ts';
import { withoutNonce } from './publish-parts.ts';
import { wordTexts } from './word-texts.ts';

/** A payload as it would be posted, but that it calls nobody; one that is not Discord's is shown as it is, in letters. */
export function renderPreview(payload: DiscordPayload, envelope: Envelope): readonly DiscordPayload[] {
  if ('allowed_mentions' in payload) return [{ ...withoutNonce(payload), allowed_mentions: nobody }];
  return discordMessages(lineTexts(wordTexts(JSON.stringify(payload), '')), plainFrame, envelope);
}
