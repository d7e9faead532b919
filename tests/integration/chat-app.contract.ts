import { describe } from 'vitest';
import { actionsContract } from './chat-app/actions.contract.ts';
import { addedCommandContract } from './chat-app/added-command.contract.ts';
import { answersContract } from './chat-app/answers.contract.ts';
import type { StartChatApp } from './chat-app/driver.ts';
import { tableContract } from './chat-app/table.contract.ts';

/** What people can do on every chat platform, whichever it is. */
export function chatAppContract(platform: string, start: StartChatApp): void {
  describe(`${platform} as a chat app`, () => {
    tableContract(start);
    addedCommandContract(start);
    actionsContract(start);
    answersContract(start);
  });
}
