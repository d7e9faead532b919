import { followCommand } from './follow-command.ts';

export const followStoryCommand = followCommand({
  kind: 'follow',
  help: 'Lets you know when something new comes of a story or a watch.',
  done: 'Followed',
  undone: 'No longer followed',
  notes: [],
  refusal: () => null,
});
