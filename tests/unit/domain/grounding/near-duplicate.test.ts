import { expect, test } from 'vitest';
import { isNearDuplicate } from '../../../../src/domain/grounding/near-duplicate.ts';

test('a sentence with other marks and letter case is the same one', () => {
  expect(isNearDuplicate('The “waiver” was extended again.', 'The waiver was extended again')).toBe(true);
});

test('sentences with unlike figures are never the same', () => {
  const before = 'The company was fined 120 million dollars by the regulator in the spring.';
  const after = 'The company was fined 140 million dollars by the regulator in the spring.';

  expect(isNearDuplicate(before, after)).toBe(false);
});

test('sentences on other things are not the same, in Chinese too', () => {
  expect(isNearDuplicate('商务部宣布了新的出口管制措施。', '外交部回应了有关提问和采访。')).toBe(false);
  expect(isNearDuplicate('商务部宣布了新的出口管制措施。', '商务部宣布了新的出口管制措施')).toBe(true);
});
