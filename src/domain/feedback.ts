import type { ChannelRef } from './delivery.ts';

export const storySayings = ['not-relevant', 'not-same-story'] as const;
type StorySaying = (typeof storySayings)[number];

export const answerSayings = ['helpful', 'not-helpful'] as const;
type AnswerSaying = (typeof answerSayings)[number];

/** What somebody said of what they were shown. */
export type Feedback = StoryFeedback | AnswerFeedback;

interface Said {
  /** Where it was said. */
  readonly channel: ChannelRef;
  readonly personId: string;
  readonly atMs: number;
}

export interface StoryFeedback extends Said {
  /** The headline as it was shown: the story may be worded otherwise later. */
  readonly subject: { readonly kind: 'story'; readonly storyId: string; readonly headline: string };
  readonly says: StorySaying;
}

/** Of the answer to a question, or of the refusal to answer it. Answers are not kept: the question stands for them. */
export interface AnswerFeedback extends Said {
  readonly subject: { readonly kind: 'answer'; readonly question: string };
  readonly says: AnswerSaying;
}

export function isOfStory(feedback: Feedback): feedback is StoryFeedback {
  return feedback.subject.kind === 'story';
}

export function isOfAnswer(feedback: Feedback): feedback is AnswerFeedback {
  return feedback.subject.kind === 'answer';
}
