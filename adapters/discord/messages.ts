import type { MessageAction } from '../../src/domain/action.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { RenderContext } from '../../src/ports/payload-renderer.ts';
import { discordLayout } from './limits.ts';
import { mentionText, nobody } from './mention-text.ts';
import { containerPayload, containerRoom } from './render-container.ts';
import {
  actionButton,
  type Button,
  type Choosable,
  type Controls,
  controlsOf,
  plainButton,
  readButtons,
} from './render-controls.ts';
import { embedPayload, embedRoom } from './render-embeds.ts';
import { keyButtonId, nonceOf } from './render-key.ts';
import type { Picture } from './render-picture.ts';
import { discordWordsOf } from './render-words.ts';

/** Body of a message create request. */
export type DiscordPayload = Readonly<Record<string, unknown>>;

/** Components V2, or content and embeds as Discord had them before. A message keeps the one it was posted with. */
export type DiscordMessageLayout = 'components' | 'embeds';

/** What goes with a document. Without a key it is no delivery but an answer: nothing finds it again. */
export interface Envelope extends Omit<RenderContext, 'key'> {
  readonly key: string | null;
  readonly layout: DiscordMessageLayout;
}

/** How its messages look beside their texts. */
export interface Frame {
  /** RGB, `null` for none. */
  readonly accentColor: number | null;
  /** Where the first message's button leads, `null` for none. */
  readonly readAt: string | null;
  /** Buttons and a select below the last message. */
  readonly buttons: readonly Button[];
  readonly placeholder: string;
  readonly choices: readonly Choosable[];
  /** A picture beside one of the texts, by its position in them; `null` for none. */
  readonly picture: (Picture & { readonly textIndex: number }) | null;
}

export const plainFrame: Frame = {
  accentColor: null,
  readAt: null,
  buttons: [],
  placeholder: '',
  choices: [],
  picture: null,
};

/**
 * The message bodies for texts in order; a text stays in one message. `key` rides on the first as its nonce, and on each in
 * the `custom_id` of its button (see `keyButtonId`). The first is also the one that calls people, ahead of all else: what
 * fails to follow it cannot take the call away.
 */
export function discordMessages(
  texts: readonly string[],
  frame: Frame,
  envelope: Envelope,
): readonly DiscordPayload[] {
  const isV2 = envelope.layout === 'components';
  const call = mentionText(envelope.mentions, wordsOf(envelope.language));
  const fullest = controlsAt({ part: 1, total: 1 }, frame, envelope);
  const room = isV2 ? containerRoom(fullest, frame.picture) : embedRoom;
  const body = isV2 ? [call.text, ...texts] : texts;
  const messages = packed(
    body.filter((text) => text !== ''),
    room,
  );
  const pictures = picturesOf(texts, frame, messages);
  return messages.map((contents, index) => {
    const place = { part: index + 1, total: messages.length };
    const isFirst = index === 0;
    const { rows } = controlsAt(place, frame, envelope);
    const picture = pictures[index] ?? null;
    const parts = { contents, rows, accentColor: frame.accentColor, picture };
    return {
      allowed_mentions: isFirst ? call.allowed : nobody,
      ...(isV2 ? containerPayload(parts) : embedPayload(parts, isFirst ? call.text : '')),
      ...(envelope.key !== null && { nonce: nonceOf({ key: envelope.key, ...place }), enforce_nonce: true }),
    };
  });
}

/** The picture for the message that holds its text, and `null` for each of the others. */
function picturesOf(
  texts: readonly string[],
  { picture }: Frame,
  messages: readonly (readonly string[])[],
): readonly Frame['picture'][] {
  const places = messages.map((contents) => contents.indexOf(texts[picture?.textIndex ?? -1] ?? ''));
  const first = places.findIndex((place) => place >= 0);
  return places.map((textIndex, index) => (picture && index === first ? { ...picture, textIndex } : null));
}

/** Of several layouts, the roomiest first: the first that needs as few messages as any of them. */
export function fewestMessages(
  layouts: readonly (readonly string[])[],
  frame: Frame,
  envelope: Envelope,
): readonly DiscordPayload[] {
  const candidates = layouts.map((texts) => discordMessages(texts, frame, envelope));
  const fewest = Math.min(...candidates.map((messages) => messages.length));
  return candidates.find((messages) => messages.length === fewest) ?? [];
}

/** Lines in as few texts as hold them; a line is never parted, and one too long for any text is dropped. */
export function lineTexts(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines.filter((line) => line !== '' && line.length <= discordLayout.partChars)) {
    const joined = `${texts.at(-1) ?? ''}\n${line}`;
    if (texts.length > 0 && joined.length <= discordLayout.partChars) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts;
}

export function actionButtons(actions: readonly MessageAction[], words: Words): readonly Button[] {
  return actions.map((action) => actionButton(action, words));
}

/** How many texts a message takes, and how many characters in all. */
export interface Room {
  readonly texts: number;
  readonly chars: number;
}

function packed(texts: readonly string[], room: Room): readonly (readonly string[])[] {
  const messages: string[][] = [[]];
  let chars = 0;
  for (const text of texts) {
    const last = messages.at(-1) ?? [];
    const isFull = last.length >= room.texts || chars + text.length + 1 > room.chars;
    if (last.length > 0 && isFull) messages.push([text]);
    else last.push(text);
    // One more for the line break where texts are joined.
    chars = (last.length > 0 && isFull ? 0 : chars) + text.length + 1;
  }
  return messages;
}

function controlsAt(
  { part, total }: { readonly part: number; readonly total: number },
  frame: Frame,
  { key, language }: Envelope,
): Controls {
  const words = discordWordsOf(language);
  const isLast = part === total;
  const buttons = [
    ...(part === 1 ? readButtons(frame.readAt, words) : []),
    ...(isLast ? frame.buttons : []),
    ...(key === null ? [] : [plainButton(words.why, keyButtonId({ key, part, total }))]),
  ];
  return controlsOf(buttons, { placeholder: frame.placeholder, choices: isLast ? frame.choices : [] });
}
