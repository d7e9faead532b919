import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { ephemeralFlag } from './answer-api.ts';
import { answerAutocomplete } from './answer-autocomplete.ts';
import { answerPress } from './answer-press.ts';
import { answerSubmit } from './answer-submit.ts';
import { answerCommand, answerMenu } from './commands.ts';
import type { Desk } from './desk.ts';
import { nobody } from './mention-text.ts';
import { type Interaction, readInteraction } from './read-interaction.ts';

/** Takes what somebody did from the Gateway, and answers it. Rejects never: what fails is logged, and told. */
export function takeInteractionEvent(body: unknown, desk: Desk): Promise<void> {
  const interaction = readInteraction(body, desk.clock.nowMs());
  if (!interaction) {
    desk.log.warn('Discord sent an interaction that is not understood');
    return Promise.resolve();
  }
  return desk.work.run(interaction.deed.kind, () => answered(interaction, desk));
}

async function answered(interaction: Interaction, desk: Desk): Promise<void> {
  try {
    await answerDeed(interaction, desk);
  } catch (error) {
    await apologize(interaction, desk);
    throw error;
  }
}

function answerDeed(interaction: Interaction, desk: Desk): Promise<void> {
  const { deed } = interaction;
  switch (deed.kind) {
    case 'command':
      return answerCommand(interaction, deed, desk);
    case 'autocomplete':
      return answerAutocomplete(interaction, deed, desk);
    case 'menu':
      return answerMenu(interaction, deed.text, desk);
    case 'press':
      return answerPress(interaction, deed.value, desk);
    case 'submit':
      return answerSubmit(interaction, deed, desk);
  }
}

/** A follow-up fills an answer that is still owed, and stands beside one that was given. */
async function apologize(interaction: Interaction, { answers, log }: Desk): Promise<void> {
  try {
    await answers.followUp(interaction, {
      content: failedAnswer.problem,
      flags: ephemeralFlag,
      allowed_mentions: nobody,
    });
  } catch {
    log.info('Discord does not show that an answer failed', { what: interaction.deed.kind });
  }
}
