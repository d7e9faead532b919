import type { Feedback } from '../domain/feedback.ts';

/** What can be said, in the words of a table. */
export const feedbackWords: Readonly<Record<Feedback['says'], string>> = {
  'not-relevant': 'not relevant',
  'not-same-story': 'not the same story',
  helpful: 'helpful',
  'not-helpful': 'not helpful',
};

const adminsSee = 'The admins see it in "feedback list".';

/** What is done with it, for whoever said it. */
export const whatHappens: Readonly<Record<Feedback['says'], string>> = {
  'not-relevant':
    'The admins see it in "feedback list"; thresholds and watches are theirs to set. To hear no more of this story here, mute it.',
  'not-same-story':
    'The admins see it in "feedback list". The story stays as it is: nothing is parted by itself, and what the reports say is not changed.',
  helpful: adminsSee,
  'not-helpful': `${adminsSee} Other words may find more: only what the sources say is answered.`,
};
