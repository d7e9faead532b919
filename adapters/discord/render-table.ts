import type { MessageAction } from '../../src/domain/action.ts';
import type { AnswerTable } from '../../src/domain/command.ts';
import { readableTitle, shortened } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord, hostLink } from './escape.ts';
import { discordLayout, discordLimits } from './limits.ts';
import {
  actionButtons,
  type DiscordPayload,
  discordMessages,
  type Envelope,
  type Frame,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { actionButton, choosable } from './render-controls.ts';
import { discordWordsOf } from './render-words.ts';
import { wordTexts } from './word-texts.ts';

/** One row as it is shown, with what can be done with it. `number` counts from 1 over the whole table. */
interface TableRow {
  readonly number: number;
  readonly name: string;
  readonly lines: readonly string[];
  readonly actions: readonly MessageAction[];
}

/**
 * A row is its first cell in bold, and a line `column: value` for each other cell that says something. What can be done with
 * a row stands below the message in which the row stands: buttons with the row's number while they are few, else a select.
 */
export function renderTable(table: AnswerTable, envelope: Envelope): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const rows = rowsOf(table);
  const [first = [], ...others] = messagesOf(rows);
  const heading = lineTexts([
    `### ${escapeDiscord(readableTitle(table.heading, discordLayout.headlineChars, words))}`,
    rows.length > 1 ? `-# ${discordWordsOf(envelope.language).rows(rows.length)}` : '',
  ]);
  const notes = lineTexts(table.notes.flatMap((note) => wordTexts(note, '-# ')));
  return [first, ...others].flatMap((group, index) => {
    const isLast = index === others.length;
    const texts = [
      ...(index === 0 ? heading : []),
      ...lineTexts(group.flatMap(({ lines }) => lines)),
      ...(isLast ? notes : []),
    ];
    const whole = isLast ? actionButtons(table.actions ?? [], words) : [];
    const frame = frameOf(group, words, discordWordsOf(envelope.language).choose);
    return discordMessages(texts, { ...frame, buttons: [...frame.buttons, ...whole] }, envelope);
  });
}

function rowsOf({ columns, rows, rowActions }: AnswerTable): readonly TableRow[] {
  const isNumbered = rowActions?.some((actions) => actions.length > 0) ?? false;
  return rows.map((cells, index) => {
    const [name = '', ...values] = cells;
    const [first = '', ...more] = wordTexts(name, '');
    const title = `${isNumbered ? `${index + 1}\\. ` : ''}**${first || '–'}**`;
    const lines = values.flatMap((value, column) => cellLines(columns[column + 1] ?? '', value));
    return { number: index + 1, name, lines: [title, ...more, ...lines], actions: rowActions?.[index] ?? [] };
  });
}

/** An address stays one that leads there, named by where: it is what people came for. Empty cells say nothing. */
function cellLines(column: string, value: string): readonly string[] {
  const link = hostLink(value);
  if (link !== null) return [`${escapeDiscord(column)}: ${link}`];
  return value === '' ? [] : wordTexts(`${column}: ${value}`, '');
}

/** Rows in groups of a message each: as many as it has room and buttons for. */
function messagesOf(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  const groups: TableRow[][] = [];
  let chars = 0;
  let actions = 0;
  for (const row of rows) {
    const rowChars = row.lines.join('\n').length + 1;
    const last = groups.at(-1);
    const fits =
      chars + rowChars <= discordLayout.tableChars &&
      actions + row.actions.length <= discordLimits.selectOptions;
    if (last && fits) last.push(row);
    else groups.push([row]);
    chars = (last && fits ? chars : 0) + rowChars;
    actions = (last && fits ? actions : 0) + row.actions.length;
  }
  return groups;
}

function frameOf(rows: readonly TableRow[], words: Words, placeholder: string): Frame {
  const all = rows.flatMap(({ number, name, actions }) =>
    actions.map((action) => ({ number, name, action })),
  );
  const isAlone = rows.length === 1;
  if (all.length <= discordLayout.rowButtons) {
    const buttons = all.map(({ number, action }) =>
      actionButton(action, words, isAlone ? '' : `${number}. `),
    );
    return { ...plainFrame, buttons };
  }
  const choices = all.map(({ number, name, action }) =>
    choosable(action, `${number}. ${words.actions[action.label]}${words.colon}${shortened(name, 60)}`),
  );
  return { ...plainFrame, placeholder, choices };
}
