import type { CommandAnswer } from '../../src/domain/command.ts';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { inTime } from '../../src/domain/in-time.ts';
import { callbackType } from './answer-api.ts';
import { type Answered, actorOf, answerAs, type Desk } from './desk.ts';
import { explainDelivery } from './explain-delivery.ts';
import { placeOfOpenerId } from './form-state.ts';
import { type Modal, modalAt, modalOf, offerOf, type Refused } from './modals.ts';
import type { Interaction } from './read-interaction.ts';
import type { Origin } from './read-origin.ts';
import { partOfButtonId } from './render-key.ts';
import { runCommand } from './run-command.ts';
import { showAnswer, showPayloads } from './show-answer.ts';
import { firstAnswer, takeInteraction } from './take-interaction.ts';

/** Of the three seconds that Discord waits for a modal: the rest is for the way there. */
const modalMs = 1_800;

/** What a press leads to: a form, or work whose answer is shown to whoever pressed. */
type Prepared = Modal | { readonly kind: 'work'; readonly work: () => Promise<Answered> };

/**
 * Does what a button or the entry of a select stands for. A form is opened at once; where it takes long to read its values,
 * the person gets a button that opens it.
 */
export async function answerPress(interaction: Interaction, value: string, desk: Desk): Promise<void> {
  const preparing = prepare(interaction, value, desk);
  const prepared = await inTime(preparing, modalMs, desk.wait);
  if (prepared.kind === 'done' && prepared.value.kind === 'modal') {
    // No second person sees it, and nothing has happened yet: whether it came twice does not matter.
    await firstAnswer(interaction, { type: callbackType.modal, data: prepared.value.body }, desk);
    return;
  }
  if (!(await takeInteraction(interaction, 'person', desk))) return;
  const outcome = await preparing;
  if (outcome.kind === 'modal') return showPayloads([offerOf(outcome)], interaction, 'person', desk);
  await showAnswer(await outcome.work(), interaction, 'person', desk);
}

async function prepare(interaction: Interaction, value: string, desk: Desk): Promise<Prepared> {
  try {
    return await prepared(interaction, value, desk);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    desk.log.error('Discord button could not be read', { problem });
    return answering(interaction.origin, failedAnswer, desk);
  }
}

async function prepared(interaction: Interaction, value: string, desk: Desk): Promise<Prepared> {
  const { origin } = interaction;
  const part = partOfButtonId(value);
  if (part) return { kind: 'work', work: () => explanation(part.key, origin, desk) };
  const place = placeOfOpenerId(value);
  if (place) return opened(await modalAt(place, origin, desk), origin, desk);
  const action = await desk.chat.press(value);
  if (!action) return answering(origin, forgotten, desk);
  const { how, input } = action;
  if (how === 'run')
    return {
      kind: 'work',
      work: () => answerAs(origin, desk, (actor) => runCommand(input, interaction, actor, desk)),
    };
  const actor = await actorOf(origin, desk);
  // Whoever is in no server of the bot's is told so, and not that.
  return actor ? opened(await modalOf(input, actor, desk), origin, desk) : answering(origin, forgotten, desk);
}

function opened(modal: Modal | Refused, origin: Origin, desk: Desk): Prepared {
  return modal.kind === 'modal' ? modal : answering(origin, modal, desk);
}

const forgotten: Refused = {
  kind: 'refused',
  problem: 'This button is too old for me to know what it does. Give the command instead; /help lists all.',
};

function answering(origin: Origin, answer: CommandAnswer, desk: Desk): Prepared {
  return { kind: 'work', work: () => answerAs(origin, desk, async () => answer) };
}

function explanation(key: string, origin: Origin, desk: Desk): Promise<Answered> {
  return answerAs(origin, desk, async ({ workspaceId, language }) => {
    const workspace = { platform: 'discord', workspaceId } as const;
    const [delivery] = await desk.deliveries.list({ limit: 1, workspace, key });
    if (!delivery) return { kind: 'refused', problem: 'I no longer know how this message came to be.' };
    return { kind: 'documents', documents: [explainDelivery(delivery, language)] };
  });
}
