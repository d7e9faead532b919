import { expect, test } from 'vitest';
import { compareTask, prepareTask } from '../../../src/collect/judge-tasks.ts';
import { prepare } from '../../../src/collect/prepare.ts';
import { sampleLexicon, sampleTopic } from '../../fakes/sample-topic.ts';
import { compared, knownOf, rawOf, reportOf } from './known-articles.ts';

const topicJson = JSON.stringify(sampleTopic);
const raw = rawOf('The Commerce Department put Huawei on the Entity List.');

test('tasks judge as the steps themselves do', () => {
  const article = reportOf('The Commerce Department put Huawei on the Entity List.');

  expect(prepareTask({ topicJson, raw })).toEqual(prepare(raw, sampleLexicon));
  expect(compareTask({ topicJson, article, knownJson: JSON.stringify(knownOf([article])) })).toEqual(
    compared(article, article),
  );
});

test('another topic is judged by its own words', () => {
  const otherJson = JSON.stringify({ ...sampleTopic, threshold: 1.1 });

  const results = [topicJson, otherJson, topicJson].map((json) => prepareTask({ topicJson: json, raw }));

  expect(results.map(({ relevance }) => relevance.isRelevant)).toEqual([true, false, true]);
});

test('what goes to a thread and comes back survives the copy', () => {
  const prepared = prepareTask({ topicJson, raw });

  expect(structuredClone(prepared)).toEqual(prepared);
});
