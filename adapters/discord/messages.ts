import type { Mention } from '../../src/domain/mention.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import { discordLayout, discordLimits } from './limits.ts';
import { mentionText, nobody } from './mention-text.ts';

/** Numbers of Discord's API (discord/discord-api-docs, "Component Reference" and "Message Flags"). */
const componentType = { actionRow: 1, button: 2, textDisplay: 10, container: 17 } as const;
const buttonStyle = { secondary: 2, link: 5 } as const;
const isComponentsV2 = 1 << 15;

type Button = Readonly<Record<string, string | number>>;

/** Body of a message create request. */
export type DiscordPayload = Readonly<Record<string, unknown>>;

/** What goes with a document. */
export interface Envelope {
  readonly key: string;
  readonly mentions: readonly Mention[];
}

/** How its messages look beside their texts. */
export interface Frame extends Envelope {
  /** RGB, `null` for none. */
  readonly accentColor: number | null;
  /** Where the first message's button leads, `null` for none. */
  readonly readAt: string | null;
}

const whyLabel = 'Why this?';

/**
 * The message bodies for texts in order; a text stays in one message. `key` rides on the first, as its nonce and in
 * the `custom_id` of its button (`why:KEY`); the later ones carry `key.2`, `key.3`, … The first is also the
 * one that calls people, ahead of all else: what fails to follow it cannot take the call away.
 */
export function discordMessages(texts: readonly string[], frame: Frame): readonly DiscordPayload[] {
  const call = mentionText(frame.mentions);
  return packed([call.text, ...texts].filter((text) => text !== '')).map((contents, index) => {
    const isFirst = index === 0;
    const key = partKey(frame.key, index + 1);
    const buttons = [...(isFirst ? readButtons(frame.readAt) : []), whyButton(key)];
    const container = {
      type: componentType.container,
      ...(frame.accentColor !== null && { accent_color: frame.accentColor }),
      components: [
        ...contents.map((content) => ({ type: componentType.textDisplay, content })),
        { type: componentType.actionRow, components: buttons },
      ],
    };
    return {
      allowed_mentions: isFirst ? call.allowed : nobody,
      flags: isComponentsV2,
      components: [container],
      nonce: key,
      enforce_nonce: true,
    };
  });
}

/** Of several layouts, the roomiest first: the first that needs as few messages as any of them. */
export function fewestMessages(
  layouts: readonly (readonly string[])[],
  frame: Frame,
): readonly DiscordPayload[] {
  const candidates = layouts.map((texts) => discordMessages(texts, frame));
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

function packed(texts: readonly string[]): readonly (readonly string[])[] {
  // The container, the row and its two buttons, and their labels.
  const maxTexts = discordLimits.components - 4;
  const maxChars = discordLimits.textChars - discordLimits.labelChars - whyLabel.length;
  const messages: string[][] = [[]];
  let chars = 0;
  for (const text of texts) {
    const last = messages.at(-1) ?? [];
    const isFull = last.length >= maxTexts || chars + text.length > maxChars;
    if (last.length > 0 && isFull) messages.push([text]);
    else last.push(text);
    chars = last.length > 0 && isFull ? text.length : chars + text.length;
  }
  return messages;
}

function whyButton(key: string): Button {
  return {
    type: componentType.button,
    style: buttonStyle.secondary,
    label: whyLabel,
    custom_id: `why:${key}`,
  };
}

function readButtons(address: string | null): readonly Button[] {
  const link = safeLink(address);
  const label = `Read at ${link?.host ?? ''}`;
  const isTooLong =
    label.length > discordLimits.labelChars || (link?.href.length ?? 0) > discordLimits.buttonUrlChars;
  if (!link || isTooLong) return [];
  return [{ type: componentType.button, style: buttonStyle.link, label, url: link.href }];
}

function partKey(key: string, part: number): string {
  const suffix = part === 1 ? '' : `.${part}`;
  return `${key.slice(0, discordLimits.nonceChars - suffix.length)}${suffix}`;
}
