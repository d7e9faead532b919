import type { StoryDocument } from '../../../src/domain/message-document.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';

export const sampleStory: StoryDocument = {
  kind: 'story',
  rank: 1,
  story: {
    storyId: 's1',
    verdict: 'new',
    headline: 'A toolmaker pays a penalty',
    publishedAt: unknownMoment,
    summary: [],
    writer: 'none',
    whatIsNew: [],
    conflicts: [],
    sources: [],
  },
  revised: null,
};
