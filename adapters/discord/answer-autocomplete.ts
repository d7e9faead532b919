import type { Choice } from '../../src/domain/command.ts';
import { inTime } from '../../src/domain/in-time.ts';
import { shortened } from '../../src/domain/text/cite.ts';
import { callbackType } from './answer-api.ts';
import { actorOf, type Desk } from './desk.ts';
import { discordLimits } from './limits.ts';
import { definitionOf } from './read-command.ts';
import type { GivenOption, Interaction } from './read-interaction.ts';
import { firstAnswer } from './take-interaction.ts';

/** A list that comes later than that comes when the person has typed on. */
const mostMs = 2_000;

/** Offers what the words that are being typed may become; nothing where that cannot be told. */
export async function answerAutocomplete(
  interaction: Interaction,
  { name, options }: { readonly name: string; readonly options: readonly GivenOption[] },
  desk: Desk,
): Promise<void> {
  const found = await inTime(choicesOf(interaction, name, options, desk), mostMs, desk.wait);
  const choices = found.kind === 'done' ? found.value : [];
  await firstAnswer(interaction, { type: callbackType.choices, data: { choices } }, desk);
}

async function choicesOf(
  { origin }: Interaction,
  name: string,
  given: readonly GivenOption[],
  desk: Desk,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const focused = given.find(({ isFocused }) => isFocused);
  const definition = definitionOf(name, desk.chat.definitions);
  const option = definition?.options.find((each) => each.name === focused?.name);
  if (!focused || !option?.completes) return [];
  try {
    const actor = await actorOf(origin, desk);
    if (!actor) return [];
    const choices = await desk.chat.complete(option.completes, String(focused.value), actor);
    return choices.filter(isShowable).slice(0, discordLimits.commandChoices).map(choiceOf);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    desk.log.warn('Discord option could not be completed', { command: name, problem });
    return [];
  }
}

/** A value that is cut would name something else. */
function isShowable({ label, value }: Choice): boolean {
  return label.trim() !== '' && value !== '' && value.length <= discordLimits.selectOptionChars;
}

function choiceOf({ label, value }: Choice) {
  return { name: shortened(label, discordLimits.selectOptionChars), value };
}
