import type { CommandAnswer } from '../../src/domain/command.ts';
import { textAt } from '../../src/domain/json.ts';
import { visibleText } from '../../src/domain/text/plain-text.ts';
import { answerPerson } from './answer-person.ts';
import { actorOf, type Desk } from './desk.ts';
import { openForm, openWindow } from './modals.ts';
import { parseWireCommand, type WireCommand } from './read-command.ts';
import { readCommandOrigin } from './read-origin.ts';
import { renderStart } from './render-start.ts';
import { runCommand } from './run-command.ts';

export const commandName = '/wire';

/** Answers a slash command, which Slack was told of already that it has come. */
export async function answerCommand(body: unknown, desk: Desk): Promise<void> {
  const origin = readCommandOrigin(body);
  const command = parseWireCommand(visibleText(textAt(body, 'text')), desk.chat.definitions);
  switch (command.kind) {
    case 'start':
      return openWindow(renderStart(desk.chat.definitions, origin), origin, desk);
    case 'form':
      return openForm(command.input, origin, desk);
    case 'run':
    case 'group':
    case 'unknown': {
      const actor = await actorOf(origin, desk);
      const answer =
        command.kind === 'run' ? await runCommand(command.input, actor, desk) : withoutRunning(command);
      return answerPerson(answer, origin, actor.language, desk);
    }
  }
}

function withoutRunning(command: Extract<WireCommand, { kind: 'group' | 'unknown' }>): CommandAnswer {
  return command.kind === 'group'
    ? { kind: 'help', commands: command.commands }
    : { kind: 'refused', problem: command.problem };
}
