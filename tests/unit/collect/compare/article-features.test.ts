import { expect, test } from 'vitest';
import { createArticleFeatures } from '../../../../src/collect/compare/article-features.ts';
import { sampleLexicon } from '../../../fakes/sample-topic.ts';
import { reportOf } from '../known-articles.ts';

test('computes the features of an article once, and of another anew', () => {
  const features = createArticleFeatures(sampleLexicon);
  const one = reportOf('Huawei lost its licence for chips.', { url: 'https://www.wire.example/a/' });
  const other = reportOf('ZTE paid a fine of $892 million.');

  expect(features.of(one)).toBe(features.of(structuredClone(one)));
  expect(features.of(one)).not.toEqual(features.of(other));
  expect(features.of(one).canonicalUrl).toBe('https://wire.example/a');
});

test('forgets those used longest ago when the texts grow too many', () => {
  const features = createArticleFeatures(sampleLexicon);
  const one = reportOf('Huawei lost its licence for chips.');
  const other = reportOf('ZTE paid a fine of $892 million.');
  const [ofOne, ofOther] = [features.of(one), features.of(other)];

  features.of(one);
  features.of({ ...reportOf('Short.'), text: ' '.repeat(4_999_950) });

  expect(features.of(one)).toBe(ofOne);
  expect(features.of(other)).not.toBe(ofOther);
});
