import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { tableText } from '../../../src/cli/show-table.ts';
import type { AnswerTable } from '../../../src/domain/command.ts';

function table(rows: readonly (readonly string[])[]): AnswerTable {
  return { heading: 'Things', columns: ['Name', 'State'], rows, notes: ['Done.'], data: [] };
}

test('columns stand under each other, also after Han characters', () => {
  const lines = tableText(
    table([
      ['华为', 'ok'],
      ['plain', 'ok'],
    ]),
  ).split('\n');

  expect(lines).toEqual(['Things', '', 'Name   State', '华为   ok', 'plain  ok', '', 'Done.', '']);
  expect(stringWidth(lines[3] ?? '')).toBe(stringWidth(lines[4] ?? ''));
});

test('a control sequence from outside reaches no terminal', () => {
  const text = tableText(table([['a\u001b[2Jb\nc', '\u202eok']]));

  for (const control of ['\u001b', '\u202e']) expect(text).not.toContain(control);
  expect(text.split('\n')).toHaveLength(7);
});

test('a long last column is wrapped under itself', () => {
  const lines = tableText(table([['x', 'word '.repeat(40)]])).split('\n');

  expect(lines[3]).toMatch(/^x {5}word/);
  expect(lines[4]).toMatch(/^ {6}word/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('a table that is too wide is shown row by row, without empty cells', () => {
  const text = tableText(
    table([
      ['x'.repeat(150), 'ok'],
      ['y', ''],
    ]),
  );

  expect(text).toBe(`Things\n\nName   ${'x'.repeat(150)}\nState  ok\n\nName   y\n\nDone.\n`);
});

test('a table without rows is its heading and its notes', () => {
  expect(tableText(table([]))).toBe('Things\n\nDone.\n');
});

test('what can be done with rows is not shown: a terminal has no buttons', () => {
  const action = {
    label: 'remove',
    how: 'run',
    input: { name: 'watch remove', options: { watch: 'w1' } },
    tone: 'danger',
  } as const;
  const plain = table([['Metals', 'ok']]);

  expect(tableText({ ...plain, rowActions: [[action]], actions: [action] })).toBe(tableText(plain));
});
