import type { Offload } from '../../adapters/system/offload.ts';
import type { Judge } from '../collect/judge.ts';
import type { compareTask, prepareTask } from '../collect/judge-tasks.ts';
import type { Topic } from '../domain/topic.ts';
import type { FeedParser } from '../ports/feed-parser.ts';
import type { PageExtractor } from '../ports/page-extractor.ts';

/** The steps that would hold the main loop, each as a port whose work is done in a worker thread with a deadline. */
export interface OffloadedSteps {
  readonly feedParser: FeedParser;
  readonly pageExtractor: PageExtractor;
  readonly judge: Judge;
}

type Input<T extends (input: never) => unknown> = Parameters<T>[0];

export function offloadSteps(offload: Offload, topic: Topic, timeoutMs: number): OffloadedSteps {
  const judgeTasks = new URL('../collect/judge-tasks.ts', import.meta.url);
  const topicJson = JSON.stringify(topic);
  const prepare = offload.task<Input<typeof prepareTask>, ReturnType<typeof prepareTask>>(
    judgeTasks,
    'prepareTask',
    timeoutMs,
  );
  const compare = offload.task<Input<typeof compareTask>, ReturnType<typeof compareTask>>(
    judgeTasks,
    'compareTask',
    timeoutMs,
  );
  return {
    feedParser: {
      parse: offload.task(
        new URL('../../adapters/feeds/parse-feed.ts', import.meta.url),
        'parseFeed',
        timeoutMs,
      ),
    },
    pageExtractor: {
      extract: offload.task(
        new URL('../../adapters/html/extract-page.ts', import.meta.url),
        'extractPage',
        timeoutMs,
      ),
    },
    judge: {
      prepare: (raw) => prepare({ topicJson, raw }),
      compare: (article, knownJson) => compare({ topicJson, article, knownJson }),
    },
  };
}
