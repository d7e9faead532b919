import { expect, test } from 'vitest';
import { plainTitle, singleLine, visibleText } from '../../../../src/domain/text/plain-text.ts';

test.each([
  ['&amp;lt;script&amp;gt;x()&amp;lt;/script&amp;gt; Title', 'x() Title'],
  ['Ban <img src=x onerror=fetch("https://evil.example")>', 'Ban'],
  ['AT&amp;T &#8212; a&#x20;deal', 'AT&T — a deal'],
  ['Sales < 5 % and > 3 %', 'Sales < 5 % and > 3 %'],
  ['Cut off <img src=x', 'Cut off'],
])('plain title of %s', (title, expected) => {
  expect(plainTitle(title)).toBe(expected);
});

test('what cannot be seen is removed, and what can be seen stays', () => {
  expect(singleLine('Hua\u200bwei\u202E 华为\uFEFF\t5G\u0007')).toBe('Huawei 华为 5G');
  expect(visibleText('a\r\nb\u2029c')).toBe('a\nb\nc');
});
