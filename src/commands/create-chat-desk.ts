import { decodeAction, encodeAction, keyOfButtonValue } from '../domain/action.ts';
import { actionsOf } from '../domain/actions-of.ts';
import { failedAnswer } from '../domain/failed-answer.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { ActionStore } from '../ports/action-store.ts';
import type { ChatDesk } from '../ports/chat-desk.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandRunner } from '../ports/command-runner.ts';
import type { Log } from '../ports/log.ts';

export interface ChatDeskParts {
  readonly commands: CommandRunner;
  readonly actions: ActionStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** `buttonChars`: what the least roomy of the platform's buttons and menus carries. */
export function createChatDesk(
  { commands, actions, clock, log }: ChatDeskParts,
  buttonChars: number,
): ChatDesk {
  const remember: ChatDesk['remember'] = async (offered) => {
    const texts = offered.map(encodeAction).filter((text) => text.length > buttonChars);
    for (const text of new Set(texts)) await actions.remember(text, clock.nowMs());
  };

  return {
    definitions: commands.definitions,
    async run(input, actor) {
      try {
        const answer = await commands.run(input, actor);
        await remember(actionsOf(answer));
        return answer;
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        const { platform, workspaceId } = actor;
        log.error('A command failed', { command: input.name, platform, workspaceId, problem });
        return failedAnswer;
      }
    },
    form: (input, actor) => commands.form(input, actor),
    complete: (completes, words, actor) => commands.complete(completes, words, actor),
    async press(value) {
      const key = keyOfButtonValue(value);
      const text = key === null ? value : await actions.find(key);
      return text === null ? null : decodeAction(text);
    },
    remember,
    async keep(text) {
      await actions.remember(text, clock.nowMs());
      return shortHash(text);
    },
    kept: (key) => actions.find(key),
  };
}
