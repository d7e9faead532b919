import { expect, test } from 'vitest';
import { mapConcurrently } from '../../../src/collect/map-concurrently.ts';

test('results keep the order of the items, whichever ends first', async () => {
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const mapping = mapConcurrently([0, 1, 2], 3, async (item) => {
    await gates[item]?.promise;
    return item * 10;
  });

  for (const gate of gates.toReversed()) gate.resolve();

  expect(await mapping).toEqual([0, 10, 20]);
});

test('no more than the limit are under way at once', async () => {
  let underWay = 0;
  let most = 0;
  await mapConcurrently([1, 2, 3, 4, 5, 6, 7], 3, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    await Promise.resolve();
    underWay -= 1;
  });

  expect(most).toBe(3);
  expect(underWay).toBe(0);
});

test('the first rejection rejects', async () => {
  const mapping = mapConcurrently([1, 2, 3], 1, async (item) => {
    if (item === 2) throw new Error('The second failed.');
    return item;
  });

  await expect(mapping).rejects.toThrow('The second failed.');
});

test('nothing comes of nothing', async () => {
  expect(await mapConcurrently([], 4, async () => 1)).toEqual([]);
});
