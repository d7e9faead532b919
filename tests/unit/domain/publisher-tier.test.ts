import { expect, test } from 'vitest';
import { tierOfPublisher } from '../../../src/domain/publisher-tier.ts';
import { sampleTopic } from '../../fakes/sample-topic.ts';

test.each([
  ['Bureau of Industry and Security', 'primary'],
  [' bureau of industry and security ', 'primary'],
  ['工业与安全局', 'primary'],
  ['工業與安全局', 'primary'],
  ['Bureau of Industry and Security Watch', 'wire'],
  ['Huawei', 'wire'],
  ['Wire One', 'wire'],
  ['', 'wire'],
  [null, 'wire'],
])('what %s publishes is %s', (publisher, tier) => {
  expect(tierOfPublisher(publisher, sampleTopic)).toBe(tier);
});
