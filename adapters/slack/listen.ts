import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import { textAt } from '../../src/domain/json.ts';
import { answerPerson } from './answer-person.ts';
import { answerCommand, commandName } from './commands.ts';
import type { Desk } from './desk.ts';
import { type EventParts, eventHandlers, takeEvent } from './events.ts';
import { answerPress } from './interactions.ts';
import { formCallbackId, openForm } from './modals.ts';
import { problemOf } from './problem-of.ts';
import { type Origin, readCommandOrigin, readInteractionOrigin } from './read-origin.ts';
import { readPress } from './read-press.ts';
import { actionIdPattern } from './render-actions.ts';
import { chooseChannelActionId, setUpChannelActionId } from './render-home.ts';
import { answerCompare, compareCallbackId } from './shortcut.ts';
import { type SubmissionAck, takeSubmission } from './submissions.ts';
import { suggestInTime } from './suggestions.ts';

/** Whose work goes on after Slack was told that it has come: a failure is told to who waits for it. */
function answering(what: string, origin: Origin, desk: Desk, work: () => Promise<void>): Promise<void> {
  return desk.work.run(what, async () => {
    try {
      await work();
    } catch (error) {
      desk.log.error('Slack interaction failed', { what, problem: problemOf(error) });
      await answerPerson(failedAnswer, origin, 'en', desk);
    }
  });
}

/** Shows what was changed. A failure is logged alone: what was asked for was done. */
function refreshHome(origin: Origin, { desk, home }: EventParts): Promise<void> {
  return desk.work.run('home', () => home.show(origin, desk));
}

/** Registers everything that people can do. Each is acknowledged first: Slack gives three seconds. */
export function listen(app: App, parts: EventParts, wait: Wait): void {
  const { desk, home } = parts;
  for (const type of Object.keys(eventHandlers)) {
    // Bolt has acknowledged it by then.
    app.event(type, ({ body }) => desk.work.run(type, () => takeEvent(type, body, parts)));
  }
  app.command(commandName, async ({ ack, body }) => {
    await ack();
    await answering('command', readCommandOrigin(body), desk, () => answerCommand(body, desk));
  });
  app.action(actionIdPattern, async ({ ack, body }) => {
    await ack();
    await answering('action', readInteractionOrigin(body), desk, async () => {
      const { surface, memory, origin } = await answerPress(body, desk);
      if (surface === 'home' || memory.isFromHome) await refreshHome(origin, parts);
    });
  });
  app.action(chooseChannelActionId, async ({ ack, body }) => {
    await ack();
    await answering('channel', readInteractionOrigin(body), desk, () => {
      const { origin, value } = readPress(body);
      return home.show({ ...origin, channelId: value }, desk);
    });
  });
  app.action(setUpChannelActionId, async ({ ack, body }) => {
    await ack();
    await answering('set-up', readInteractionOrigin(body), desk, () => {
      const { origin, value: channel } = readPress(body);
      const settings = { name: 'settings', options: { channel } };
      return openForm(settings, { ...origin, channelId: channel }, desk, { over: null, isFromHome: true });
    });
  });
  app.shortcut(compareCallbackId, async ({ ack, body }) => {
    await ack();
    await answering('shortcut', readInteractionOrigin(body), desk, () => answerCompare(body, desk));
  });
  listenToForms(app, parts, wait);
}

function listenToForms(app: App, parts: EventParts, wait: Wait): void {
  const { desk } = parts;
  app.view<ViewSubmitAction>(
    { callback_id: formCallbackId, type: 'view_submission' },
    async ({ ack, body }) => {
      await answering('form', readInteractionOrigin(body), desk, async () => {
        const submitted = await takeSubmission({ body, ack: (answer) => ackForm(answer, ack), wait }, desk);
        if (submitted.isDone && submitted.memory.isFromHome) await refreshHome(submitted.origin, parts);
      });
    },
  );
  app.options(/^value$/, async ({ ack, body }) => {
    await desk.work.run('suggestion', async () => {
      const options = await suggestInTime(body, wait, desk);
      await ack({ options: options.map((option) => ({ ...option })) });
    });
  });
}

/** A copy for Bolt, whose types let it be changed. */
async function ackForm(
  answer: SubmissionAck,
  ack: (response: ViewResponseAction) => Promise<void>,
): Promise<void> {
  const copy: unknown = structuredClone(answer);
  if (isViewResponse(copy)) await ack(copy);
}

function isViewResponse(value: unknown): value is ViewResponseAction {
  return ['errors', 'update'].includes(textAt(value, 'response_action'));
}
