import { readableLine } from '../../src/domain/text/cite.ts';
import { splitAtWords } from '../../src/domain/text/split-at-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { RenderContext } from '../../src/ports/payload-renderer.ts';
import type { PlainText, SlackBlock, SlackPayload } from './block-types.ts';
import { deliveryMetadata } from './delivery-metadata.ts';
import { escapeSlackWithin } from './escape.ts';
import { slackLimits } from './limits.ts';
import { mentionElements } from './mention-elements.ts';
import {
  fitsBlock,
  literal,
  ours,
  type RichElement,
  type RichTextBlock,
  richText,
  type TextStyle,
} from './rich-text.ts';

/** What goes with a document. */
export interface Envelope extends RenderContext {
  readonly words: Words;
}

/** A text object that shows text from outside as it is. Never empty. */
export function plainText(text: string, maxChars: number): PlainText {
  // Slack refuses an empty one.
  return { type: 'plain_text', text: escapeSlackWithin(text, maxChars) || '–', emoji: false };
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
 * The message bodies for parts in order; a part (the blocks of one story) stays in one message. The key rides on each
 * as message metadata: with the number of messages on the first where there are several, with its own number on each
 * later one. The first is also the one that calls people, ahead of all else: what fails to follow it cannot take the
 * call away.
 */
export function slackMessages(
  parts: readonly (readonly SlackBlock[])[],
  notification: string,
  { key, mentions, words }: Envelope,
): readonly SlackPayload[] {
  const messages = packed([lineBlocks(mentionElements(mentions, words), []), ...parts]);
  const text = escapeSlackWithin(notification, slackLimits.notificationChars);
  return messages.map((blocks, index) => ({
    text,
    // No mrkdwn, no guessed names: the line is plain, whatever stands in it.
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata: deliveryMetadata(key, index + 1, messages.length),
  }));
}

/** Parts in as few messages as hold them, in their order. A part that is too long for any has one of its own. */
function packed(parts: readonly (readonly SlackBlock[])[]): readonly (readonly SlackBlock[])[] {
  const messages: SlackBlock[][] = [[]];
  let jsonChars = 0;
  for (const part of parts) {
    const last = messages.at(-1) ?? [];
    // Each block with the comma before it, or the brackets of the list.
    const partChars = part.reduce((sum, block) => sum + JSON.stringify(block).length + 1, 0);
    const isTooMuch =
      last.length + part.length > slackLimits.blocksPerMessage ||
      jsonChars + partChars + 1 > slackLimits.blocksJsonChars;
    const isNext = last.length > 0 && isTooMuch;
    if (isNext) messages.push([...part]);
    else last.push(...part);
    jsonChars = partChars + (isNext ? 0 : jsonChars);
  }
  return messages;
}

/** Of several layouts, the roomiest first: the first that needs as few messages as any of them. */
export function fewestMessages(
  layouts: readonly (readonly (readonly SlackBlock[])[])[],
  notification: string,
  envelope: Envelope,
): readonly SlackPayload[] {
  let best: readonly SlackPayload[] | null = null;
  for (const parts of layouts) {
    const messages = slackMessages(parts, notification, envelope);
    if (best === null || messages.length < best.length) best = messages;
    if (best.length === 1) break;
  }
  return best ?? [];
}

/** Parts of one block each. */
export function apart(blocks: readonly SlackBlock[]): readonly (readonly SlackBlock[])[] {
  return blocks.map((block) => [block]);
}

/** Blocks as one part where they fit half a message, and else as one part each. */
export function together(blocks: readonly SlackBlock[]): readonly (readonly SlackBlock[])[] {
  const { blockJsonChars, blocksPerMessage } = slackLimits;
  const isShort = blocks.length <= blocksPerMessage / 2 && JSON.stringify(blocks).length <= blockJsonChars;
  return isShort ? [blocks] : apart(blocks);
}

/** Text from outside in lines that each fit a block: nothing of it is lost, however dense it is. */
export function textLines(text: string, style?: TextStyle): readonly (readonly RichElement[])[] {
  return linesWithin(readableLine(text), slackLimits.blockTextChars / 2, style);
}

function linesWithin(line: string, maxChars: number, style?: TextStyle): readonly (readonly RichElement[])[] {
  return splitAtWords(line, maxChars).flatMap((piece) => {
    const elements = literal(piece, style);
    const isDense = JSON.stringify(elements).length > slackLimits.blockJsonChars / 2;
    return isDense ? linesWithin(piece, maxChars / 2, style) : [elements];
  });
}
