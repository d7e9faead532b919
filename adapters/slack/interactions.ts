import { answerPerson } from './answer-person.ts';
import { actorOf, type Desk } from './desk.ts';
import { answerWindow, onItsOwn, openAnswer, openForm, openWindow, updateWindow } from './modals.ts';
import { type Press, readPress } from './read-press.ts';
import { runCommand } from './run-command.ts';
import { memoryOf } from './window-memory.ts';

const forgotten =
  'This button is too old for me to know what it does. Give the command instead; /wire help lists all.';

/**
 * Does what a button or the entry of a menu stands for: in a message the answer is shown to the one who pressed it, in a
 * window it takes the window's place, in a Home it gets a window.
 */
export async function answerPress(body: unknown, desk: Desk): Promise<Press> {
  const press = readPress(body);
  const { origin, surface, viewId } = press;
  const isFromHome = surface === 'home' || press.memory.isFromHome;
  const action = await desk.chat.press(press.value);
  if (!action) {
    await sayForgotten(press, desk);
    return press;
  }
  const { how, input } = action;
  if (how === 'form') {
    await openForm(input, origin, desk, { over: surface === 'modal' ? viewId : null, isFromHome });
  } else if (surface === 'home') {
    await openAnswer(input, origin, desk, { ...onItsOwn, isFromHome });
  } else {
    const actor = await actorOf(origin, desk);
    const answer = await runCommand(input, actor, desk);
    if (surface === 'message') await answerPerson(answer, origin, actor.language, desk);
    else {
      const memory = memoryOf(input.name, origin, isFromHome);
      await updateWindow(viewId, answerWindow(answer, memory, actor.language), origin, desk);
    }
  }
  return press;
}

async function sayForgotten({ origin, surface, viewId, memory }: Press, desk: Desk): Promise<void> {
  const answer = { kind: 'refused', problem: forgotten } as const;
  if (surface === 'message') return answerPerson(answer, origin, 'en', desk);
  const view = answerWindow(answer, { ...memory, command: 'Wirewatch' }, 'en');
  if (surface === 'home') await openWindow(view, origin, desk);
  else await updateWindow(viewId, view, origin, desk);
}
