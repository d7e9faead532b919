import { expect, test } from 'vitest';
import { pictureAddress } from '../../../../src/domain/text/picture-address.ts';

test.each([
  ['https://cdn.news.example/a.jpg?w=1200', 'https://cdn.news.example/a.jpg?w=1200'],
  [' HTTPS://CDN.News.Example/a(1).jpg ', 'https://cdn.news.example/a%281%29.jpg'],
  ['https://例え.新聞.jp/a.webp', 'https://xn--r8jz45g.xn--efvv70d.jp/a.webp'],
  ['https://bilder.xn--p1ai/a.png', 'https://bilder.xn--p1ai/a.png'],
])('shows %s', (address, expected) => {
  expect(pictureAddress(address)).toBe(expected);
  expect(pictureAddress(expected)).toBe(expected);
});

test.each([
  ...[null, undefined, '', '/a.jpg', '//cdn.example/a.jpg', 'http://cdn.example/a.jpg'],
  ...[
    'data:image/gif;base64,R0lGOD',
    'javascript:alert(1)',
    'blob:https://cdn.example/1',
    'attachment://a.png',
  ],
  ...['https://user:word@cdn.example/a.jpg', 'https://cdn.example/a.svg', 'https://cdn.example/a.SVG?v=1'],
  ...[
    'https://localhost/a.jpg',
    'https://localhost./a.jpg',
    'https://a.localhost/a.jpg',
    'https://intranet/a.jpg',
  ],
  ...[
    'https://printer.local/a.jpg',
    'https://printer.LOCAL./a.jpg',
    'https://metadata.google.internal/a.jpg',
  ],
  ...['https://router.home.arpa/a.jpg', 'https://files.lan/a.jpg'],
  ...[
    'https://127.0.0.1/a.jpg',
    'https://127.1/a.jpg',
    'https://0x7f000001/a.jpg',
    'https://2130706433/a.jpg',
  ],
  ...['https://10.0.0.1/a.jpg', 'https://192.168.1.1:8443/a.jpg', 'https://169.254.169.254/a.jpg'],
  ...['https://127.0.0.1./a.jpg', 'https://8.8.8.8/a.jpg', 'https://１２７.0.0.1/a.jpg'],
  ...['https://[::1]/a.jpg', 'https://[::ffff:10.0.0.1]/a.jpg', 'https://[fd00::1]/a.jpg'],
  `https://cdn.example/${'a'.repeat(2000)}`,
  `https://cdn.example/${'制'.repeat(300)}`,
  `https://cdn.example/${'('.repeat(900)}`,
])('shows nothing of %s', (address) => {
  expect(pictureAddress(address)).toBeNull();
});
