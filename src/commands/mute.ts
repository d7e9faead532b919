import { followCommand } from './follow-command.ts';

export const muteCommand = followCommand({
  kind: 'mute',
  help: 'Ends a story or a watch for the channel, whoever follows it.',
  done: 'Muted',
  undone: 'No longer muted',
});
