import type { AnswerTable } from '../domain/command.ts';

/** More is no list that somebody reads in a chat. */
export const mostRows = 50;

/** The first rows of a long table, how many more there are, and how to come to them. `data` keeps all, for programs. */
export function shortTable(table: AnswerTable, narrowing: string): AnswerTable {
  const { rows, rowActions, notes } = table;
  return {
    ...table,
    rows: rows.slice(0, mostRows),
    ...(rowActions && { rowActions: rowActions.slice(0, mostRows) }),
    notes: [...notes, ...moreNotes(rows.length - mostRows, narrowing)],
  };
}

/** Says that so many are left out, and how to narrow down; nothing where none is. */
export function moreNotes(left: number, narrowing: string): readonly string[] {
  return left > 0 ? [`${left} more ${left === 1 ? 'is' : 'are'} not shown. ${narrowing}`] : [];
}
