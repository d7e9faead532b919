import type { SubmitInput } from '../driving.ts';
import type { LiveInteraction } from '../live-interaction.ts';
import type { Json } from '../records.ts';
import { everyComponent } from '../validate/components.ts';
import { isJson, jsonOf, jsonsOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { checkValues } from './component-data.ts';
import { resolvedOfSelects } from './resolved.ts';

/** The interaction whose answer was the modal that the person sees last. */
export function openedModal(world: World, userId: string, customId: string): LiveInteraction {
  const opened = [...world.interactions.values()].findLast(
    ({ answer, userId: person }) =>
      answer?.type === 9 && person === userId && answer.data['custom_id'] === customId,
  );
  if (!opened) throw new Error(`No modal "${customId}" is open for ${userId}.`);
  return opened;
}

/**
 * What Discord's client sends for the modal with these fields; what the person leaves alone keeps its value. `resolved` are
 * those that its selects name (docs.discord.com: modal submit data).
 */
export function modalData(world: World, acting: Acting, modal: Json, input: SubmitInput): Json {
  const { customId } = input;
  const components = submitted(modal, input);
  const selects = everyComponent(components).map(({ type, values }) => ({
    type,
    values: Array.isArray(values) ? values.map(String) : [],
  }));
  return { custom_id: customId, components, ...resolvedOfSelects(world, acting, selects) };
}

function submitted(modal: Json, { customId, fields }: SubmitInput): readonly Json[] {
  const inputs = everyComponent(modal['components']).filter((part) => part['custom_id'] !== undefined);
  const unknown = Object.keys(fields).filter((name) => !inputs.some((input) => input['custom_id'] === name));
  if (unknown.length) throw new Error(`The modal "${customId}" has no field ${unknown.join(', ')}.`);
  return jsonsOf(modal['components']).flatMap((part, index): readonly Json[] => {
    const id = part['id'] ?? index + 1;
    if (isJson(part['component'])) return [{ type: 18, id, component: inputData(part['component'], fields) }];
    const [input] = jsonsOf(part['components']);
    return input ? [{ type: 1, id, components: [inputData(input, fields)] }] : [{ type: part['type'], id }];
  });
}

function inputData(input: Json, fields: SubmitInput['fields']): Json {
  const name = String(input['custom_id']);
  const given = fields[name];
  const base = { type: input['type'], id: input['id'] ?? 1, custom_id: name };
  if (input['type'] === 4) {
    const value = String(given ?? input['value'] ?? '');
    checkText(input, value);
    return { ...base, value };
  }
  const values = given === undefined ? presetValues(input) : [given].flat().map(String);
  if (values.length > 0 || input['required'] !== false) checkValues(input, values);
  return input['type'] === 21 ? { ...base, value: values[0] ?? null } : { ...base, values };
}

function presetValues(input: Json): readonly string[] {
  const options = jsonsOf(input['options']).filter((option) => option['default'] === true);
  return [
    ...options.map((option) => String(option['value'])),
    ...jsonsOf(input['default_values']).map((value) => String(jsonOf(value)['id'])),
  ];
}

/** What Discord's client does not let a person send. */
function checkText(input: Json, value: string): void {
  const { custom_id: name, min_length: min = 0, max_length: max = 4_000 } = input;
  if (value === '' && input['required'] === false) return;
  if (value === '') throw new Error(`The field "${name}" must be filled in.`);
  if (value.length < Number(min) || value.length > Number(max))
    throw new Error(`The field "${name}" takes ${min} to ${max} characters, not ${value.length}.`);
}
