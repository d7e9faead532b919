import type { Actor, CommandAnswer } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { appWordsOf } from './app-words.ts';
import { actorOf, type Desk } from './desk.ts';
import { type FormPlace, type FormState, findForm, keepForm, modalId, openerId } from './form-state.ts';
import type { DiscordPayload } from './messages.ts';
import type { Origin } from './read-origin.ts';
import { renderForm } from './render-form.ts';
import { renderOffer } from './render-offer.ts';

/** A page of a form to be shown, and where to find it again. */
export interface Modal {
  readonly kind: 'modal';
  readonly body: Readonly<Record<string, unknown>>;
  readonly place: FormPlace;
  readonly language: Language;
}

export type Refused = Extract<CommandAnswer, { kind: 'refused' }>;

export const forgottenForm: Refused = {
  kind: 'refused',
  problem: 'This form is too old for me to know what it is about. Give the command again.',
};

/** The first page of a command's form, with the present values of its options. */
export async function modalOf(input: CommandInput, actor: Actor, desk: Desk): Promise<Modal | Refused> {
  const form = await desk.chat.form(input, actor);
  if (form.kind === 'refused') return form;
  const { definition, values } = form;
  const state: FormState = { command: definition.name, values, given: input.options, filled: {} };
  const key = await keepForm(state, desk.chat);
  return pageOf(state, { page: 0, key }, actor.language, desk);
}

/** A page of a form that was opened before. */
export async function modalAt(place: FormPlace, origin: Origin, desk: Desk): Promise<Modal | Refused> {
  const [state, actor] = await Promise.all([findForm(place.key, desk.chat), actorOf(origin, desk)]);
  return state ? pageOf(state, place, actor?.language ?? 'en', desk) : forgottenForm;
}

function pageOf(state: FormState, place: FormPlace, language: Language, { chat }: Desk): Modal | Refused {
  const definition = chat.definitions.find(({ name }) => name === state.command);
  if (!definition) return forgottenForm;
  const form = { kind: 'form', definition, values: state.values } as const;
  const body = renderForm(form, { customId: modalId(place), language, page: place.page });
  return body ? { kind: 'modal', body, place, language } : forgottenForm;
}

/** For a form that was not ready while Discord still let it be shown. */
export function offerOf({ place, language }: Modal): DiscordPayload {
  const words = appWordsOf(language);
  return renderOffer(words.formIsReady, [{ label: words.openForm, customId: openerId(place) }]);
}
