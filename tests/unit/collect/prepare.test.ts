import { expect, test } from 'vitest';
import { prepare } from '../../../src/collect/prepare.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';
import { rawOf } from './known-articles.ts';

test('computes all that an article is compared and found by', () => {
  const prepared = prepare(
    rawOf('Home\nHuawei lost its licence. It will appeal.', {
      url: 'https://www.wire.example/a/?utm_source=x',
      title: 'Huawei on the Entity List',
    }),
    sampleLexicon,
  );

  expect(prepared.canonicalUrl).toBe('https://wire.example/a');
  expect(prepared.article.sentences).toEqual(['Huawei lost its licence.', 'It will appeal.']);
  expect(prepared.sentenceTokens).toEqual([['huawei', 'lost', 'licens', '@huawei'], ['appeal']]);
  expect(prepared.titleTokens).toEqual(['huawei', 'entity', 'list', '@huawei', '@list']);
  expect(prepared.relevance.isRelevant).toBe(true);
  expect(prepared.bands).toHaveLength(32);
});

test('prepares a document without text or address', () => {
  const prepared = prepare(rawOf('', { title: '' }), sampleLexicon);

  expect(prepared).toMatchObject({ canonicalUrl: null, bands: [], titleTokens: [], sentenceTokens: [] });
  expect(prepared.relevance.isRelevant).toBe(false);
});

test('what the operator says an authority published is primary', () => {
  const raw = rawOf('The list grew.', { publisher: 'Bureau of Industry and Security', sourceId: null });

  expect(prepare(raw, sampleLexicon).article.tier).toBe('primary');
});

test('a page that calls itself an authority is shown with its claim, and is no primary document', () => {
  const raw = rawOf('The list grew.', { publisher: 'Bureau of Industry and Security', sourceId: 'wire' });

  expect(prepare(raw, sampleLexicon).article).toMatchObject({
    publisher: 'Bureau of Industry and Security (as its page says)',
    tier: raw.tier,
  });
});
