import { deskCommand } from './desk-command.ts';

export const deliveriesRetryCommand = deskCommand({
  act: 'retry',
  help: 'Sends a message that was given up, with its thread, after all that its channel is owed.',
  done: 'The message is owed anew',
  stateAfter: 'owed',
});
