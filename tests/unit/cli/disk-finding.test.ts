import { expect, test } from 'vitest';
import { findingOn } from '../../../src/cli/disk-finding.ts';

test('a disk with room for what is to come passes', () => {
  expect(findingOn('/data', 100_000_000)).toMatchObject({
    ok: true,
    detail: 'the disk of /data has 100 MB left',
  });
});

test('a disk that is nearly full is told before it is', () => {
  expect(findingOn('/data', 99_999_999)).toMatchObject({
    ok: false,
    detail: 'the disk of /data has 99 MB left',
  });
});
