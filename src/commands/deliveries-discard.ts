import { deskCommand } from './desk-command.ts';

export const deliveriesDiscardCommand = deskCommand({
  act: 'discard',
  help: 'Gives up a message that is held, with its thread.',
  done: 'The message is given up',
  stateAfter: 'dead',
});
