import { buttonValue } from '../../src/domain/action.ts';
import type { CommandDefinition } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import { appWordsOf } from './app-words.ts';
import { type Answered, actorOf, answerAs, type Desk } from './desk.ts';
import { filledOptions, readPage, writtenOptions } from './form-options.ts';
import {
  type FormPlace,
  type FormState,
  findForm,
  keepForm,
  openerId,
  placeOfModalId,
} from './form-state.ts';
import { discordLimits } from './limits.ts';
import type { DiscordPayload } from './messages.ts';
import { forgottenForm } from './modals.ts';
import { readOptions } from './read-command.ts';
import type { Interaction } from './read-interaction.ts';
import { type FormFields, formPages, readForm } from './render-form.ts';
import { renderOffer } from './render-offer.ts';
import { channelProblem, runCommand } from './run-command.ts';
import { payloadsOf, showAnswer, showPayloads } from './show-answer.ts';
import { takeInteraction } from './take-interaction.ts';

/** A page of a form as it was sent. */
interface Sent {
  readonly interaction: Interaction;
  readonly definition: CommandDefinition;
  /** With what was written on this page. */
  readonly state: FormState;
  readonly page: number;
  readonly pages: number;
  readonly input: CommandInput;
  readonly unchanged: readonly string[];
}

/** Runs the command of a form that was filled in, or offers the form's next page. */
export async function answerSubmit(
  interaction: Interaction,
  { customId, fields }: { readonly customId: string; readonly fields: FormFields },
  desk: Desk,
): Promise<void> {
  if (!(await takeInteraction(interaction, 'person', desk))) return;
  const place = placeOfModalId(customId);
  const state = place ? await findForm(place.key, desk.chat) : null;
  const definition = desk.chat.definitions.find(({ name }) => name === state?.command);
  if (!place || !state || !definition) {
    const answered = await answerAs(interaction.origin, desk, async () => forgottenForm);
    return showAnswer(answered, interaction, 'person', desk);
  }
  const sent = sentPage(interaction, definition, state, place.page, fields);
  const payloads = await answersTo(sent, desk);
  await showPayloads(payloads, interaction, 'person', desk);
}

function sentPage(
  interaction: Interaction,
  definition: CommandDefinition,
  before: FormState,
  page: number,
  fields: FormFields,
): Sent {
  const pages = formPages({ definition, values: before.values });
  const written = readOptions(readForm(fields, definition), definition);
  const read = readPage(pages[page] ?? [], written, before);
  const state = { ...before, filled: { ...before.filled, ...read.options } };
  const options = filledOptions(state, pages.slice(page + 1).flat(), definition);
  const input = { name: definition.name, options };
  return { interaction, definition, state, page, pages: pages.length, input, unchanged: read.unchanged };
}

/** A channel in which the bot cannot post is refused on the page on which it was chosen: only there Discord tells of it. */
async function answersTo(sent: Sent, desk: Desk): Promise<readonly DiscordPayload[]> {
  const { definition, input, interaction, page, pages } = sent;
  const isLast = page + 1 >= pages;
  if (!isLast && channelProblem(definition, input, interaction) === null)
    return [await nextOffer(sent, desk)];
  const answered = await answerAs(interaction.origin, desk, (actor) =>
    runCommand(input, interaction, actor, desk),
  );
  if (answered.answer.kind === 'refused') return payloadsOf(await mendable(answered, sent, desk), desk);
  const unchanged = unchangedText(sent, answered.language);
  return [...payloadsOf(answered, desk), ...(unchanged ? [renderOffer(unchanged, [])] : [])];
}

async function nextOffer(sent: Sent, desk: Desk): Promise<DiscordPayload> {
  const { state, page, pages, input, interaction } = sent;
  const next: FormPlace = { page: page + 1, key: await keepForm(state, desk.chat) };
  const save = { how: 'run', input } as const;
  await desk.chat.remember([save]);
  const saveId = buttonValue(save, discordLimits.customIdChars);
  const language = (await actorOf(interaction.origin, desk))?.language ?? 'en';
  const words = appWordsOf(language);
  const text = [words.pageKept(next.page, pages), unchangedText(sent, language)].filter(Boolean).join(' ');
  return renderOffer(text, [
    { label: words.nextPage, customId: openerId(next) },
    { label: words.saveNow, customId: saveId },
  ]);
}

function unchangedText({ unchanged }: Sent, language: Answered['language']): string {
  return unchanged.length > 0 ? appWordsOf(language).unchanged(unchanged.join(', ')) : '';
}

/** A refusal comes with a button that opens the form again with what was written. */
async function mendable({ answer, language }: Answered, sent: Sent, desk: Desk): Promise<Answered> {
  const { definition, state } = sent;
  const options = writtenOptions(sent.input.options, state, definition);
  const edit = { label: 'edit', how: 'form', tone: 'plain', input: { ...sent.input, options } } as const;
  const heading = appWordsOf(language).notDone;
  const paragraphs = answer.kind === 'refused' ? [answer.problem] : [];
  const notice = { kind: 'notice', heading, paragraphs, actions: [edit] } as const;
  await desk.chat.remember([edit]);
  return { answer: { kind: 'documents', documents: [notice] }, language };
}
