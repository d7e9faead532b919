import { expect, test } from 'vitest';
import { createPartMemo } from '../../../../adapters/slack/publish-memo.ts';

test('remembers the messages of a delivery, and of no other', () => {
  const memo = createPartMemo();
  memo.add('one', [[1, '17.1']]);
  memo.add('one', [[2, '17.2']]);

  expect([...memo.partsOf('one')]).toEqual([
    [1, '17.1'],
    [2, '17.2'],
  ]);
  expect(memo.partsOf('two').size).toBe(0);
});

test('forgets those that were not needed for longest', () => {
  const memo = createPartMemo();
  for (let index = 0; index < 1_000; index += 1) memo.add(`delivery ${index}`, [[1, '17.1']]);
  memo.add('delivery 0', [[2, '17.2']]);

  memo.add('one more', [[1, '17.1']]);

  expect(memo.partsOf('delivery 0').size).toBe(2);
  expect(memo.partsOf('delivery 1').size).toBe(0);
});
