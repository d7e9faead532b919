import { expect, test } from 'vitest';
import { findAddresses } from '../../../../src/domain/text/find-addresses.ts';

test.each([
  ['见https://example.com/a。更多', 'https://example.com/a'],
  ['（https://example.com/b）', 'https://example.com/b'],
  ['详情：https://example.com/c，谢谢', 'https://example.com/c'],
  ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
  ['(see https://en.wikipedia.org/wiki/Foo_(bar)).', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
  ['(https://example.com/d)', 'https://example.com/d'],
  ['[text](https://example.com/e)', 'https://example.com/e'],
  ['<https://example.com/f>', 'https://example.com/f'],
  ['Read https://example.com/g.', 'https://example.com/g'],
  ['HTTP://EXAMPLE.COM/h?x=1&y=(2)', 'HTTP://EXAMPLE.COM/h?x=1&y=(2)'],
])('the address in %s is %s', (text, expected) => {
  expect(findAddresses(text)).toEqual([expected]);
});

test('addresses come in their order', () => {
  expect(findAddresses('https://b.example/1 and https://a.example/2')).toEqual([
    'https://b.example/1',
    'https://a.example/2',
  ]);
});

test.each(['no address', 'javascript:alert(1)', 'ftp://example.com/a', 'https://', ''])(
  'there is none in "%s"',
  (text) => {
    expect(findAddresses(text)).toEqual([]);
  },
);
