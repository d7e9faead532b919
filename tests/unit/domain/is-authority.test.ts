import { expect, test } from 'vitest';
import { isAuthority } from '../../../src/domain/is-authority.ts';
import { sampleTopic } from '../../fakes/sample-topic.ts';

test.each([
  ['Bureau of Industry and Security', true],
  [' bureau of industry and security ', true],
  ['工业与安全局', true],
  ['工業與安全局', true],
  ['Bureau of Industry and Security Watch', false],
  ['Huawei', false],
  ['Wire One', false],
  ['', false],
  [null, false],
])('that %s is an authority is %s', (publisher, expected) => {
  expect(isAuthority(publisher, sampleTopic)).toBe(expected);
});
