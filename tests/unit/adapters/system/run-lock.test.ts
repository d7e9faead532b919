import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeRunLock } from '../../../../adapters/system/run-lock.ts';

/** Above the highest process number that Linux gives out (2^22). */
const deadPid = 2 ** 22 + 1;

function lockPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'wirewatch-lock-')), 'run.lock');
}

test('the first process is alone, and one beside it is not', () => {
  const path = lockPath();

  const first = takeRunLock(path);
  const second = takeRunLock(path);

  expect([first.isAlone, second.isAlone]).toEqual([true, false]);
});

test('a lock that was let go can be taken', () => {
  const path = lockPath();
  takeRunLock(path).release();

  expect(takeRunLock(path).isAlone).toBe(true);
});

test.each([[`${deadPid} 1`], [`${process.pid} 1`], [''], ['nonsense']])(
  'a lock with %j of a dead process is taken over',
  (owner) => {
    const path = lockPath();
    writeFileSync(path, owner);

    const lock = takeRunLock(path);

    expect(lock.isAlone).toBe(true);
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  },
);

test('letting go does not take away another process its lock', () => {
  const path = lockPath();
  const lock = takeRunLock(path);
  writeFileSync(path, '1 1');

  lock.release();

  expect(readFileSync(path, 'utf8')).toBe('1 1');
});
