import { expect, test } from 'vitest';
import { listAt, textAt, textsAt, valueAt } from '../../../src/domain/json.ts';

const body = { user: { id: 'U1', tags: ['a', 7, 'b'], toString: 3 }, events: [{ type: 'message' }] };

test.each([
  ['a member', ['user', 'id'], 'U1'],
  ['an item of a list', ['events', 0, 'type'], 'message'],
  ['the whole', [], body],
  ['a member that is not there', ['user', 'name'], undefined],
  ['an item behind the end', ['events', 1, 'type'], undefined],
  ['a member of a text', ['user', 'id', 'length'], undefined],
  ['what every object inherits', ['events', 0, 'constructor'], undefined],
])('%s of foreign data is found where it stands, and nowhere else', (_, path, expected) => {
  expect(valueAt(body, ...path)).toEqual(expected);
});

test('what is no text is read as an empty one, and what is no list as an empty list', () => {
  expect(textAt(body, 'user', 'toString')).toBe('');
  expect(textAt(null, 'user')).toBe('');
  expect(listAt(body, 'user')).toEqual([]);
  expect(listAt(body, 'events')).toHaveLength(1);
  expect(textsAt(body, 'user', 'tags')).toEqual(['a', 'b']);
});
