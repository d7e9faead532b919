import type { CommandAnswer } from './command.ts';

/** For people, where something failed; what happened stands in the log. */
export const failedAnswer = {
  kind: 'refused',
  problem:
    'Something went wrong on my side, and it is in the log. Try again in a moment; if it stays so, tell whoever runs Wirewatch.',
} as const satisfies CommandAnswer;
