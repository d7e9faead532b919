import { shortened } from '../../src/domain/text/cite.ts';
import { type SafeLink, safeLink } from '../../src/domain/text/safe-link.ts';
import { labelText, literalPieces, matchedPieces } from './escape.ts';
import { slackLayout, slackLimits } from './limits.ts';

export interface TextStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
}

export type RichElement =
  | { readonly type: 'text'; readonly text: string; readonly style?: TextStyle }
  | { readonly type: 'link'; readonly url: string; readonly text: string; readonly style?: TextStyle }
  /** Mentions. Their ids are checked by who makes them. */
  | { readonly type: 'user'; readonly user_id: string }
  | { readonly type: 'usergroup'; readonly usergroup_id: string };

export interface RichTextBlock {
  readonly type: 'rich_text';
  readonly elements: readonly [
    {
      readonly type: 'rich_text_section' | 'rich_text_preformatted';
      readonly elements: readonly RichElement[];
    },
  ];
}

/** Our own words, with white space as given. Never text from outside. */
export function ours(text: string, style?: TextStyle): readonly RichElement[] {
  return [{ type: 'text', text, ...(style && { style }) }];
}

/** Text from outside, literal. */
export function literal(text: string, style?: TextStyle): readonly RichElement[] {
  return literalPieces(text).map((piece) => ({ type: 'text', text: piece, ...(style && { style }) }));
}

/** Text from outside, with the words that matched in bold; plain where they are too many for a block. */
export function literalMatched(text: string, words: readonly string[]): readonly RichElement[] {
  const elements = matchedPieces(text, words).flatMap(({ text: piece, isMatched }) =>
    ours(piece, isMatched ? { bold: true } : undefined),
  );
  // Half a block, so that the marks of the sources beside it have room.
  return JSON.stringify(elements).length <= slackLimits.blockJsonChars / 2 ? elements : literal(text);
}

/** Text as a link with its host beside it; plain text when the address is not one that may be followed. */
export function linked(text: string, address: string | null, style?: TextStyle): readonly RichElement[] {
  const label = labelText(text);
  const link = safeLink(address);
  if (!link || link.href.length > slackLimits.urlChars) return literal(label, style);
  return [{ type: 'link', url: link.href, text: label, ...(style && { style }) }, ...ours(` (${link.host})`)];
}

/** An address that is its own label, shortened, so that who follows it knows where it leads. */
export function addressLink({ href, host }: SafeLink): readonly RichElement[] {
  const path = href.slice(new URL(href).origin.length);
  return [{ type: 'link', url: href, text: labelText(shortened(host + path, slackLayout.addressChars)) }];
}

/** One block with one section. Line breaks are ours: Slack puts none between sections by itself. */
export function richText(elements: readonly RichElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: merged(elements) }] };
}

/** The same in letters of one width, with white space as given. */
export function preformatted(elements: readonly RichElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: merged(elements) }] };
}

/** Whether elements fit one block. */
export function fitsBlock(elements: readonly RichElement[]): boolean {
  const joined = merged(elements);
  const chars = joined.reduce((sum, element) => sum + textOf(element).length, 0);
  return chars <= slackLimits.blockTextChars && JSON.stringify(joined).length <= slackLimits.blockJsonChars;
}

function textOf(element: RichElement): string {
  return 'text' in element ? element.text : '';
}

/** Neighbours of one style in one element, which keeps the message short, but none after a `<`. */
function merged(elements: readonly RichElement[]): readonly RichElement[] {
  const result: RichElement[] = [];
  for (const element of elements) {
    const last = result.at(-1);
    const joined = last && joinedText(last, element);
    if (joined) result[result.length - 1] = joined;
    else result.push(element);
  }
  return result;
}

function joinedText(last: RichElement, next: RichElement): RichElement | null {
  if (last.type !== 'text' || next.type !== 'text') return null;
  if (last.text.endsWith('<') || !sameStyle(last.style, next.style)) return null;
  return { ...last, text: last.text + next.text };
}

function sameStyle(a: TextStyle = {}, b: TextStyle = {}): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code;
}
