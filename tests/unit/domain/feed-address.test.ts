import { expect, test } from 'vitest';
import { feedAddress } from '../../../src/domain/feed-address.ts';

test.each([
  'https://www.wire.example/feed/',
  'http://wire.example/feed',
  ' HTTPS://Wire.Example:443/feed#top ',
])('%j is the address of one feed', (address) => {
  expect(feedAddress(address)).toBe('wire.example/feed');
});

test.each([
  'https://wire.example/feed?source=b',
  'https://wire.example/Feed',
  'https://wire.example:8443/feed',
])('%s is the address of another', (address) => {
  expect(feedAddress(address)).not.toBe('wire.example/feed');
});

test('what is no address has none', () => {
  expect(feedAddress('The Wire')).toBeNull();
});
