import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { problemWithJournal } from '../../../../adapters/console/journal-check.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirewatch-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a journal that is not there yet is no problem, and is not made by looking', async () => {
  const folder = emptyFolder();

  expect(await problemWithJournal(join(folder, 'console.jsonl'))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a journal that is there is left as it is', async () => {
  const path = join(emptyFolder(), 'console.jsonl');
  writeFileSync(path, '{"key":"d1"}\n');

  expect(await problemWithJournal(path)).toBeNull();
  expect(readFileSync(path, 'utf8')).toBe('{"key":"d1"}\n');
});

test('a folder in the place of the journal is a problem, told with its path', async () => {
  const path = join(emptyFolder(), 'console.jsonl');
  mkdirSync(path);

  expect(await problemWithJournal(path)).toContain(path);
});

test('a journal in a folder that is not there is a problem', async () => {
  expect(await problemWithJournal(join(emptyFolder(), 'nowhere', 'console.jsonl'))).toMatch(/cannot be used/);
});
