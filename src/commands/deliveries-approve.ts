import { deskCommand } from './desk-command.ts';

export const deliveriesApproveCommand = deskCommand({
  act: 'approve',
  help: 'Releases a message that is held for approval, with its thread.',
  done: 'The message is approved and owed',
  stateAfter: 'owed',
});
