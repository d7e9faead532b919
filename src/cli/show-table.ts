import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { wrap } from '../../adapters/console/wrap.ts';
import type { AnswerTable } from '../domain/command.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import { printJson, type Terminal } from './terminal.ts';

/** Wider tables would be wrapped by the terminal, in the middle of their rows. */
const mostColumns = 120;
/** The last column is wrapped under itself when the others leave it half of that. */
const mostBeforeLast = mostColumns / 2;
const gap = '  ';

/** Rows for people, or one JSON object a row. Cells hold texts from outside: control sequences never reach a terminal. */
export function showTable(table: AnswerTable, terminal: Terminal): void {
  if (terminal.isJson) for (const row of table.data) printJson(terminal, row);
  else terminal.out(tableText(table));
}

export function tableText({ heading, columns, rows, notes }: AnswerTable): string {
  const cells = rows.map((row) => row.map(escapeCell));
  const body = cells.length > 0 ? ['', ...bodyLines(columns, cells)] : [];
  const foot = notes.length > 0 ? ['', ...notes.map(escapeCell)] : [];
  return `${[escapeCell(heading), ...body, ...foot].join('\n')}\n`;
}

/** An address stays readable: of a message it is what people came for, and a terminal shows where it leads. */
function escapeCell(text: string): string {
  return singleLine(stripVTControlCharacters(text)).toWellFormed();
}

function bodyLines(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map((column, index) => widestOf([column, ...rows.map((row) => row[index] ?? '')]));
  const beforeLast = widths.slice(0, -1).reduce((sum, width) => sum + width + gap.length, 0);
  const isWide = beforeLast + (widths.at(-1) ?? 0) > mostColumns;
  if (isWide && beforeLast > mostBeforeLast) {
    return rows.flatMap((row, index) => blockLines(columns, row, index > 0));
  }
  return [columns, ...rows].flatMap((row) => alignedLines(row, widths, beforeLast));
}

function alignedLines(row: readonly string[], widths: readonly number[], beforeLast: number): string[] {
  const start = row.slice(0, -1).map((cell, index) => padded(cell, widths[index] ?? 0) + gap);
  const [first = '', ...more] = wrap(row.at(-1) ?? '', mostColumns - beforeLast);
  const under = ' '.repeat(beforeLast);
  return [start.join('') + first, ...more.map((line) => under + line)].map((line) => line.trimEnd());
}

/** One row, a line a cell; empty cells say nothing. */
function blockLines(columns: readonly string[], row: readonly string[], hasRowBefore: boolean): string[] {
  const width = widestOf(columns);
  const lines = columns.flatMap((column, index) =>
    row[index] ? [`${padded(column, width)}${gap}${row[index]}`] : [],
  );
  return hasRowBefore ? ['', ...lines] : lines;
}

function widestOf(cells: readonly string[]): number {
  return Math.max(...cells.map((cell) => stringWidth(cell)));
}

/** By what a terminal shows: a Han character takes two columns. */
function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - stringWidth(cell));
}
