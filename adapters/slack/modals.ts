import type { CommandAnswer } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { textAt } from '../../src/domain/json.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { answerPerson } from './answer-person.ts';
import type { SlackModal } from './block-types.ts';
import { actorOf, clientOf, type Desk } from './desk.ts';
import { problemOf } from './problem-of.ts';
import type { Origin } from './read-origin.ts';
import { renderAnswerView } from './render-answer-view.ts';
import { renderForm } from './render-form.ts';
import type { StartView } from './render-start.ts';
import { renderWaiting } from './render-waiting.ts';
import { formOf, runCommand } from './run-command.ts';
import { slackFailure } from './slack-errors.ts';
import { memoryOf, type WindowMemory, writeMemory } from './window-memory.ts';

export const formCallbackId = 'wire:form';

export type Window = SlackModal | StartView;

/** Where a window comes up: by itself, over the one with this id, or from a Home. */
export type WindowPlace = { readonly over: string | null; readonly isFromHome: boolean };

export const onItsOwn: WindowPlace = { over: null, isFromHome: false };

/** Opens a window within the three seconds that its trigger lives; says so where that failed. */
export async function openWindow(view: Window, origin: Origin, desk: Desk): Promise<void> {
  if ((await shownWindow(view, origin, onItsOwn, desk)) === null) await sayTooLate(origin, desk);
}

/**
 * Opens the form of a command: an empty window first, since the trigger may not outlive the reading of the present
 * values, which then fill it.
 */
export async function openForm(
  input: CommandInput,
  origin: Origin,
  desk: Desk,
  place: WindowPlace = onItsOwn,
): Promise<void> {
  const viewId = await shownWindow(renderWaiting(), origin, place, desk);
  if (viewId === null) return sayTooLate(origin, desk);
  const memory = memoryOf(input.name, origin, place.isFromHome);
  await fillWindow(viewId, memory, origin, desk, async () => {
    const actor = await actorOf(origin, desk);
    const form = await formOf(input, actor, desk);
    if (form.kind === 'refused') return answerWindow(form, memory, actor.language);
    const privateMetadata = writeMemory(memory);
    return renderForm(form, { callbackId: formCallbackId, privateMetadata, language: actor.language });
  });
}

/** Runs a command and shows its answer in a window, which is there before the command runs. */
export async function openAnswer(
  input: CommandInput,
  origin: Origin,
  desk: Desk,
  place: WindowPlace = onItsOwn,
): Promise<void> {
  const viewId = await shownWindow(renderWaiting(), origin, place, desk);
  const memory = memoryOf(input.name, origin, place.isFromHome);
  if (viewId !== null) {
    return fillWindow(viewId, memory, origin, desk, async () => {
      const actor = await actorOf(origin, desk);
      return answerWindow(await runCommand(input, actor, desk), memory, actor.language);
    });
  }
  const actor = await actorOf(origin, desk);
  await answerPerson(await runCommand(input, actor, desk), origin, actor.language, desk);
}

/** Puts into a window what is made for it; a window that waits must not wait for ever. */
async function fillWindow(
  viewId: string,
  memory: WindowMemory,
  origin: Origin,
  desk: Desk,
  make: () => Promise<Window>,
): Promise<void> {
  const view = await make().catch((error) => {
    desk.log.error('Slack window could not be filled', {
      command: memory.command,
      problem: problemOf(error),
    });
    return answerWindow(failedAnswer, memory, 'en');
  });
  await updateWindow(viewId, view, origin, desk);
}

export function answerWindow(answer: CommandAnswer, memory: WindowMemory, language: Language): SlackModal {
  return renderAnswerView(answer, { title: memory.command, language, privateMetadata: writeMemory(memory) });
}

export async function updateWindow(viewId: string, view: Window, origin: Origin, desk: Desk): Promise<void> {
  const client = await clientOf(origin, desk);
  try {
    await desk.patiently(() => client.apiCall('views.update', { view_id: viewId, view }));
  } catch (error) {
    // Who closed the window does not wait for what is in it.
    const problem = slackFailure(error);
    if (problem.kind !== 'refused' || problem.code !== 'not_found') throw error;
  }
}

/** The id of the window; `null` when Slack does not open it, mostly because the trigger was too old. */
async function shownWindow(
  view: Window,
  origin: Origin,
  { over }: WindowPlace,
  desk: Desk,
): Promise<string | null> {
  const { triggerId } = origin;
  if (triggerId === null) return null;
  const client = await clientOf(origin, desk);
  const method = over === null ? 'views.open' : 'views.push';
  try {
    const shown = await desk.patiently(() => client.apiCall(method, { trigger_id: triggerId, view }));
    return textAt(shown, 'view', 'id') || null;
  } catch (error) {
    const problem = slackFailure(error);
    // Slack stacks three windows; the fourth takes the place of the third.
    if (over !== null && problem.kind === 'refused' && problem.code === 'push_limit_reached') return over;
    desk.log.warn('Slack does not open a window', { problem: problemOf(error) });
    return null;
  }
}

async function sayTooLate(origin: Origin, desk: Desk): Promise<void> {
  const problem = 'Slack did not open the window in time. Try once more.';
  await answerPerson({ kind: 'refused', problem }, origin, 'en', desk);
}
