import { expect } from 'vitest';
import type { AnswerFeedback, Feedback, StoryFeedback } from '../../../src/domain/feedback.ts';
import { channelOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const said = { channel: channelOf('C1'), personId: 'U1', atMs: 8_000 } as const;
const subject = { kind: 'story', storyId: 's1', headline: 'A toolmaker pays a penalty' } as const;
const ofStory: StoryFeedback = { ...said, subject, says: 'not-relevant' };
const ofAnswer: AnswerFeedback = {
  ...said,
  subject: { kind: 'answer', question: `Who pays? ${'And why? '.repeat(1_000)}` },
  says: 'helpful',
};
const workspace = { platform: 'slack', workspaceId: 'T1' } as const;

export const feedbackStoreContract: Contract = {
  'what people say comes back as it was said, newest first': async (open) => {
    const { feedback: store } = await open();
    const second: Feedback = { ...ofStory, says: 'not-same-story', atMs: 8_100 };
    const third: Feedback = { ...ofStory, subject: { ...subject, storyId: 's2' }, atMs: 8_200 };
    const fourth: Feedback = { ...ofAnswer, atMs: 8_300 };
    for (const feedback of [ofStory, second, third, fourth]) await store.add(feedback);

    expect(await store.list({ workspace, limit: 10 })).toEqual([fourth, third, second, ofStory]);
    expect(await store.list({ workspace, limit: 1 })).toEqual([fourth]);
  },

  'the same of one person once more changes nothing, wherever it is said': async (open) => {
    const { feedback: store } = await open();
    await store.add(ofStory);
    await store.add(ofAnswer);
    const reworded = { ...subject, headline: 'Reworded' };
    await store.add({ ...ofStory, channel: channelOf('C2'), subject: reworded, atMs: 9_000 });
    await store.add({ ...ofAnswer, channel: channelOf('C2'), atMs: 9_050 });
    await store.add({ ...ofStory, personId: 'U2', atMs: 9_100 });

    expect(
      (await store.list({ workspace, limit: 10 })).map(({ personId, says, atMs }) => [personId, says, atMs]),
    ).toEqual([
      ['U2', 'not-relevant', 9_100],
      ['U1', 'helpful', 8_000],
      ['U1', 'not-relevant', 8_000],
    ]);
  },

  'of an answer the last that a person said stands, and what others said with it': async (open) => {
    const { feedback: store } = await open();
    const another: Feedback = { ...ofAnswer, subject: { kind: 'answer', question: 'Another?' } };
    const ofOther: Feedback = { ...ofAnswer, personId: 'U2' };
    const elsewhere: Feedback = { ...ofAnswer, channel: { ...said.channel, workspaceId: 'T2' } };
    for (const feedback of [another, ofAnswer, ofOther, elsewhere]) await store.add(feedback);

    const last: Feedback = { ...ofAnswer, says: 'not-helpful', atMs: 9_000 };
    await store.add(last);

    expect(await store.list({ workspace, limit: 10 })).toEqual([last, ofOther, another]);
    expect(await store.list({ workspace: { ...workspace, workspaceId: 'T2' }, limit: 10 })).toEqual([
      elsewhere,
    ]);
  },

  'a story and a question of the same name are two': async (open) => {
    const { feedback: store } = await open();
    const named: Feedback = { ...ofAnswer, subject: { kind: 'answer', question: 's1' } };
    await store.add(ofStory);
    await store.add(named);
    await store.add({ ...named, says: 'not-helpful' });

    expect((await store.list({ workspace, limit: 10 })).map(({ says }) => says)).toEqual([
      'not-helpful',
      'not-relevant',
    ]);
  },

  'a workspace sees its own only': async (open) => {
    const { feedback: store } = await open();
    const foreign: Feedback = { ...ofStory, channel: { ...channelOf('C1'), workspaceId: 'T2' } };
    await store.add(ofStory);
    await store.add(foreign);

    expect(await store.list({ workspace, limit: 10 })).toEqual([ofStory]);
    expect(await store.list({ workspace: { ...workspace, platform: 'discord' }, limit: 10 })).toEqual([]);
  },
};
