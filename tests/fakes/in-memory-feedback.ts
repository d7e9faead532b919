import { type Feedback, isOfAnswer } from '../../src/domain/feedback.ts';
import { isOfWorkspace } from '../../src/domain/workspace.ts';
import type { FeedbackStore } from '../../src/ports/feedback-store.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryFeedback(state: InMemoryState): FeedbackStore {
  return {
    add: async (feedback) => {
      const before = state.feedback.filter((other) => isOfSame(other, feedback));
      if (before.some(({ says }) => says === feedback.says)) return;
      for (const taken of before.filter(isOfAnswer)) state.feedback.splice(state.feedback.indexOf(taken), 1);
      state.feedback.push(feedback);
    },
    list: async ({ workspace, limit }) =>
      state.feedback
        .filter(({ channel }) => isOfWorkspace(channel, workspace))
        .reverse()
        .slice(0, limit),
  };
}

/** Whether one person says both of one story or answer. */
function isOfSame(one: Feedback, other: Feedback): boolean {
  return (
    isOfWorkspace(one.channel, other.channel) &&
    one.personId === other.personId &&
    subjectOf(one) === subjectOf(other)
  );
}

function subjectOf({ subject }: Feedback): string {
  return subject.kind === 'story' ? `story ${subject.storyId}` : `answer ${subject.question}`;
}
