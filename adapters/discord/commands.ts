import type { CommandAnswer } from '../../src/domain/command.ts';
import { findAddresses } from '../../src/domain/text/find-addresses.ts';
import { answerAs, type Desk } from './desk.ts';
import { definitionOf, readCommand } from './read-command.ts';
import type { GivenOption, Interaction } from './read-interaction.ts';
import { runCommand } from './run-command.ts';
import { showAnswer } from './show-answer.ts';
import { takeInteraction, type Visibility } from './take-interaction.ts';

const unknown: CommandAnswer = {
  kind: 'refused',
  problem:
    'I do not know this command any more. Discord shows the new ones within a few minutes; /help lists them.',
};

/** Answers a slash command. */
export async function answerCommand(
  interaction: Interaction,
  { name, options }: { readonly name: string; readonly options: readonly GivenOption[] },
  desk: Desk,
): Promise<void> {
  const definition = definitionOf(name, desk.chat.definitions);
  const visibility: Visibility = definition?.answers ?? 'person';
  if (!(await takeInteraction(interaction, visibility, desk))) return;
  const answered = await answerAs(interaction.origin, desk, async (actor) =>
    definition ? runCommand(readCommand(options, definition), interaction, actor, desk) : unknown,
  );
  await showAnswer(answered, interaction, visibility, desk);
}

const nothingToCompare: CommandAnswer = {
  kind: 'refused',
  problem:
    'There is no text in this message that could be compared. Use it on a message with a link or a text.',
};

/** Compares the message on which the menu was used: what its first link leads to, or else its text. */
export async function answerMenu(interaction: Interaction, text: string, desk: Desk): Promise<void> {
  if (!(await takeInteraction(interaction, 'person', desk))) return;
  const article = firstLink(text) ?? text.trim();
  const answered = await answerAs(interaction.origin, desk, async (actor) =>
    article === '' ? nothingToCompare : desk.chat.run({ name: 'compare', options: { article } }, actor),
  );
  await showAnswer(answered, interaction, 'person', desk);
}

/** Without the marks of Discord's markup after it. */
function firstLink(text: string): string | null {
  return findAddresses(text)[0]?.replace(/[*_~|`]+$/, '') ?? null;
}
