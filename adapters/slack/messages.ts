import type { Mention } from '../../src/domain/mention.ts';
import { readableLine } from '../../src/domain/text/cite.ts';
import { escapeSlackWithin } from './escape.ts';
import { slackLimits } from './limits.ts';
import { mentionElements } from './mention-elements.ts';
import { fitsBlock, ours, type RichElement, type RichTextBlock, richText } from './rich-text.ts';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export type SlackBlock =
  | RichTextBlock
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'context'; readonly elements: readonly PlainText[] }
  | { readonly type: 'divider' };

/** Body of chat.postMessage without its channel. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/** What goes with a document. */
export interface Envelope {
  readonly key: string;
  readonly mentions: readonly Mention[];
}

const maxKeyChars = 25;

function plainText(text: string, maxChars: number): PlainText {
  return { type: 'plain_text', text: escapeSlackWithin(text, maxChars), emoji: false };
}

export function header(text: string): SlackBlock {
  return { type: 'header', text: plainText(text, slackLimits.headerChars) };
}

/** Small print: a block for each text; one longer than a block goes on in the next. */
export function contexts(texts: readonly string[]): readonly SlackBlock[] {
  const { contextTextChars } = slackLimits;
  // Escaping makes a character at most five long, so a fifth of the room always fits.
  return texts
    .flatMap((text) => splitAtWords(readableLine(text), contextTextChars / 5))
    .map((text) => ({ type: 'context', elements: [plainText(text, contextTextChars)] }));
}

/** Lines in as few blocks as hold them; a line is never parted, and one too long for any block is dropped. */
export function lineBlocks(
  heading: readonly RichElement[],
  lines: readonly (readonly RichElement[])[],
): readonly RichTextBlock[] {
  const blocks: (readonly RichElement[])[] = [];
  for (const line of [heading, ...lines].filter((line) => line.length > 0 && fitsBlock(line))) {
    const joined = [...(blocks.at(-1) ?? []), ...ours('\n'), ...line];
    if (blocks.length > 0 && fitsBlock(joined)) blocks[blocks.length - 1] = joined;
    else blocks.push(line);
  }
  return blocks.map(richText);
}

/**
 * The message bodies for parts in order; a part (the blocks of one story) stays in one message. `key` rides on
 * the first as message metadata, the later ones carry `key.2`, `key.3`, … The first is also the one that calls people,
 * ahead of all else: what fails to follow it cannot take the call away.
 */
export function slackMessages(
  parts: readonly (readonly SlackBlock[])[],
  notification: string,
  { key, mentions }: Envelope,
): readonly SlackPayload[] {
  const messages: SlackBlock[][] = [[]];
  for (const part of [lineBlocks(mentionElements(mentions), []), ...parts]) {
    const last = messages.at(-1) ?? [];
    if (last.length > 0 && !fits([...last, ...part])) messages.push([...part]);
    else last.push(...part);
  }
  return messages.map((blocks, index) => ({
    text: escapeSlackWithin(notification, slackLimits.notificationChars),
    // No mrkdwn, no guessed names: the line is plain, whatever stands in it.
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'wirewatch_delivery', event_payload: { key: partKey(key, index + 1) } },
  }));
}

/** Of several layouts, the roomiest first: the first that needs as few messages as any of them. */
export function fewestMessages(
  layouts: readonly (readonly (readonly SlackBlock[])[])[],
  notification: string,
  envelope: Envelope,
): readonly SlackPayload[] {
  const candidates = layouts.map((parts) => slackMessages(parts, notification, envelope));
  const fewest = Math.min(...candidates.map((messages) => messages.length));
  return candidates.find((messages) => messages.length === fewest) ?? [];
}

function fits(blocks: readonly SlackBlock[]): boolean {
  return (
    blocks.length <= slackLimits.blocksPerMessage &&
    JSON.stringify(blocks).length <= slackLimits.blocksJsonChars
  );
}

function partKey(key: string, part: number): string {
  const suffix = part === 1 ? '' : `.${part}`;
  return `${key.slice(0, maxKeyChars - suffix.length)}${suffix}`;
}

/** Text in pieces of at most `maxChars`, parted at spaces where there are any. Nothing is lost. */
export function splitAtWords(text: string, maxChars: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const boundary = rest.lastIndexOf(' ', maxChars);
    // Not between the two halves of a character outside the basic plane.
    const isInside = /[\uD800-\uDBFF]/.test(rest.charAt(maxChars - 1));
    const cut = boundary > 0 ? boundary : maxChars - (isInside ? 1 : 0);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}
