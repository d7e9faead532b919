import { elementsOf } from '../blocks/check-blocks.ts';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import type { FormValues } from '../people.ts';
import type { SlackView } from '../records.ts';
import { withIds } from '../with-ids.ts';

type Given = FormValues[string][string];

/** How an element's value stands in `state.values`, by its type. */
const stateNames: Readonly<Record<string, { readonly now: string; readonly initial: string }>> = {
  plain_text_input: { now: 'value', initial: 'initial_value' },
  url_text_input: { now: 'value', initial: 'initial_value' },
  email_text_input: { now: 'value', initial: 'initial_value' },
  number_input: { now: 'value', initial: 'initial_value' },
  rich_text_input: { now: 'rich_text_value', initial: 'initial_value' },
  static_select: { now: 'selected_option', initial: 'initial_option' },
  external_select: { now: 'selected_option', initial: 'initial_option' },
  radio_buttons: { now: 'selected_option', initial: 'initial_option' },
  checkboxes: { now: 'selected_options', initial: 'initial_options' },
  multi_static_select: { now: 'selected_options', initial: 'initial_options' },
  multi_external_select: { now: 'selected_options', initial: 'initial_options' },
  users_select: { now: 'selected_user', initial: 'initial_user' },
  channels_select: { now: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { now: 'selected_conversation', initial: 'initial_conversation' },
  multi_users_select: { now: 'selected_users', initial: 'initial_users' },
  multi_conversations_select: { now: 'selected_conversations', initial: 'initial_conversations' },
  datepicker: { now: 'selected_date', initial: 'initial_date' },
  timepicker: { now: 'selected_time', initial: 'initial_time' },
};

/** The option of an element with this value; null when it has none. External ones have what the app offers. */
export function optionOf(element: JsonObject, value: string): JsonObject | null {
  const groups = listOf(element['option_groups']).flatMap((group) => listOf(objectOf(group)['options']));
  const options = [...listOf(element['options']), ...groups].filter(isObject);
  const found = options.find((option) => option['value'] === value);
  if (found) return found;
  const isExternal = textOf(element['type']).includes('external_select');
  return isExternal ? { text: { type: 'plain_text', text: value, emoji: true }, value } : null;
}

/** What is chosen in an element when a person puts `given` there. Throws when it offers no such thing. */
export function chosen(element: JsonObject, given: Given): JsonObject {
  const type = textOf(element['type']);
  const now = stateNames[type]?.now ?? 'value';
  if (given === null) return { type, [now]: now.endsWith('s') ? [] : null };
  if (isObject(given)) return { type, ...given };
  if (now === 'selected_options')
    return { type, [now]: [given].flat().map((value) => requireOption(element, value)) };
  if (now === 'selected_option') return { type, [now]: requireOption(element, String(given)) };
  return { type, [now]: now.endsWith('s') ? [given].flat() : given };
}

function requireOption(element: JsonObject, value: string): JsonObject {
  const option = optionOf(element, value);
  if (option) return option;
  throw new Error(`${String(element['action_id'])} has no option ${value} to choose.`);
}

function untouched(view: SlackView, element: JsonObject): JsonObject {
  const type = textOf(element['type']);
  const names = stateNames[type] ?? { now: 'value', initial: 'initial_value' };
  const usual = names.now.endsWith('s') ? [] : null;
  const here =
    element['default_to_current_conversation'] === true && view.channelId !== '' ? view.channelId : usual;
  return { type, [names.now]: element[names.initial] ?? here };
}

/** The whole `state.values` of a view, with what a person filled in. Throws for a field that is not there. */
export function filledIn(view: SlackView, values: FormValues): JsonObject {
  const stateful = withIds(view.blocks).flatMap((block) =>
    elementsOf(block)
      .filter((element) => stateNames[textOf(element['type'])])
      .map((element) => ({
        block,
        element,
        blockId: textOf(block['block_id']),
        actionId: textOf(element['action_id']),
      })),
  );
  for (const [blockId, actions] of Object.entries(values))
    for (const actionId of Object.keys(actions))
      if (!stateful.some((field) => field.blockId === blockId && field.actionId === actionId))
        throw new Error(`The view ${view.id} has no field ${blockId} ${actionId}.`);
  const filled: Record<string, Record<string, JsonObject>> = {};
  for (const { element, blockId, actionId } of stateful) {
    const given = values[blockId]?.[actionId];
    const state = given === undefined ? untouched(view, element) : chosen(element, given);
    filled[blockId] = { ...filled[blockId], [actionId]: state };
  }
  return filled;
}

/** Why Slack's client would not let a person submit this; null when it would. */
export function submitProblem(view: SlackView, values: JsonObject): string | null {
  const inputs = withIds(view.blocks).filter((block) => block['type'] === 'input');
  return inputs.map((block) => inputProblem(block, values)).find((found) => found !== null) ?? null;
}

function inputProblem(block: JsonObject, values: JsonObject): string | null {
  const element = objectOf(block['element']);
  const blockId = textOf(block['block_id']);
  const state = objectOf(objectOf(values[blockId])[textOf(element['action_id'])]);
  const value = state[stateNames[textOf(element['type'])]?.now ?? 'value'];
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return block['optional'] === true ? null : `${blockId} must be filled in.`;
  const max = Number(element['max_length'] ?? 3_000);
  return typeof value === 'string' && value.length > max
    ? `${blockId} takes ${max} characters at the most.`
    : null;
}
