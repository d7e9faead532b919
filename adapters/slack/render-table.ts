import type { MessageAction } from '../../src/domain/action.ts';
import type { AnswerTable } from '../../src/domain/command.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { SlackBlock, SlackPayload } from './block-types.ts';
import { slackLimits } from './limits.ts';
import {
  apart,
  contexts,
  type Envelope,
  header,
  lineBlocks,
  slackMessages,
  textLines,
  together,
} from './messages.ts';
import { actionBlocks } from './render-actions.ts';
import { addressLink, fitsBlock, literal, ours, type RichElement } from './rich-text.ts';

type Line = readonly RichElement[];

/**
 * A table for narrow screens: each row begins with its first cell in bold, and the other cells follow behind the names
 * of their columns. Slack's own table block shows neither on a phone without scrolling, and takes no buttons in it.
 */
export function renderTable(table: AnswerTable, envelope: Envelope): readonly SlackPayload[] {
  const { heading, columns, rows, notes, rowActions = [], actions = [] } = table;
  const { words } = envelope;
  const parts = [
    [header(heading), ...contexts(rows.length > 0 ? [rowCount(rows.length)] : [])],
    ...rows.flatMap((row, index) => rowParts(columns, row, rowActions[index] ?? [], words)),
    ...apart([...contexts(notes), ...actionBlocks(actions, words)]),
  ];
  const notification = [heading, ...notes].join(' ');
  return slackMessages(parts, notification, envelope);
}

function rowCount(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

/** A row stays together with its buttons, unless it is too long for that; no cell is cut. */
function rowParts(
  columns: readonly string[],
  row: readonly string[],
  actions: readonly MessageAction[],
  words: Words,
): readonly (readonly SlackBlock[])[] {
  const lines = pairLines(columns, row, words) ?? rowLines(columns, row);
  return together([...lineBlocks([], lines), ...actionBlocks(actions, words)]);
}

function rowLines(columns: readonly string[], [first = '', ...others]: readonly string[]): readonly Line[] {
  return [
    ...cellLines([], first, { bold: true }),
    ...others.flatMap((cell, index) =>
      cell.trim() === '' ? [] : cellLines([...literal(columns[index + 1] ?? ''), ...ours(': ')], cell),
    ),
  ];
}

/** A property and its value in one line, where a block holds it. */
function pairLines(
  columns: readonly string[],
  [property = '', value = '', ...others]: readonly string[],
  words: Words,
): readonly Line[] | null {
  if (columns.length !== 2 || others.length > 0 || value.trim() === '') return null;
  const lines = cellLines([...literal(property, { bold: true }), ...ours(words.colon)], value);
  return lines.every(fitsBlock) ? lines : null;
}

/** A cell that is an address as a whole is a link that shows it: of a message that is what people came for. */
function cellLines(start: Line, cell: string, style?: { readonly bold: true }): readonly Line[] {
  const link = safeLink(cell);
  if (link && link.href.length <= slackLimits.urlChars) return [[...start, ...addressLink(link)]];
  const [first = ours('–', style), ...more] = textLines(cell, style);
  return [[...start, ...first], ...more];
}
