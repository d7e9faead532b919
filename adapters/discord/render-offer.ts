import { nobody } from './mention-text.ts';
import type { DiscordPayload } from './messages.ts';
import { controlsOf, plainButton } from './render-controls.ts';

/** A sentence of our own with buttons under it, by label and `custom_id`. */
export function renderOffer(
  sentence: string,
  buttons: readonly { readonly label: string; readonly customId: string }[],
): DiscordPayload {
  const row = buttons.map(({ label, customId }) => plainButton(label, customId));
  const { rows } = controlsOf(row, { placeholder: '', choices: [] });
  return { content: sentence, components: rows, allowed_mentions: nobody };
}
