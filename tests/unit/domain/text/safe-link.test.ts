import { expect, test } from 'vitest';
import { safeLink } from '../../../../src/domain/text/safe-link.ts';

test.each([
  ['https://www.news.example/a?b=c#d', 'https://www.news.example/a?b=c#d', 'news.example'],
  ['  HTTPS://News.Example  ', 'https://news.example/', 'news.example'],
  ['https://例え.example/', 'https://xn--r8jz45g.example/', 'xn--r8jz45g.example'],
  ['http://[2001:db8::1]:8080/a', 'http://[2001:db8::1]:8080/a', '[2001:db8::1]:8080'],
  ['https://news.example/(a)|b<c>', 'https://news.example/%28a%29%7Cb%3Cc%3E', 'news.example'],
  ['https://news.example/?q=[*`]', 'https://news.example/?q=%5B%2A%60%5D', 'news.example'],
])('reads %s', (address, href, host) => {
  expect(safeLink(address)).toEqual({ href, host });
});

test('what it gives it reads again as the same', () => {
  const href = safeLink('http://[::1]/(a)|b?c=[d]#e`f')?.href;

  expect(safeLink(href)?.href).toBe(href);
});

test.each([
  null,
  undefined,
  '',
  'news.example/a',
  '//news.example/a',
  'ftp://news.example/a',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://user:word@news.example/',
  `https://news.example/${'a'.repeat(2000)}`,
])('refuses %s', (address) => {
  expect(safeLink(address)).toBeNull();
});
