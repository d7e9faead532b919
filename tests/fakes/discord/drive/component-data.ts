import type { FakeMessage, Json } from '../records.ts';
import { everyComponent } from '../validate/components.ts';
import { jsonsOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { resolvedOfSelect } from './resolved.ts';

/** The component that a person sees and may use, or an error that says why not. */
export function findComponent(message: FakeMessage, customId: string): Json {
  const found = everyComponent(message.components).find((part) => part['custom_id'] === customId);
  if (!found) throw new Error(`The message ${message.id} has no component "${customId}".`);
  if (found['disabled'] === true) throw new Error(`The component "${customId}" is disabled.`);
  return found;
}

export function findMessage(world: World, messageId: string, userId: string | null): FakeMessage {
  const message = world.messages.all.get(messageId);
  if (!message) throw new Error(`There is no message ${messageId}.`);
  const owner = world.interactions.get(message.interactionId ?? '')?.userId;
  if (message.isEphemeral && userId !== null && owner !== userId)
    throw new Error(`The message ${messageId} is for ${owner} only.`);
  return message;
}

export function pressData(component: Json): Json {
  if (component['type'] !== 2) throw new Error(`"${component['custom_id']}" is no button.`);
  return { custom_id: component['custom_id'], component_type: 2, id: component['id'] ?? 1 };
}

export function chooseData(world: World, acting: Acting, component: Json, values: readonly string[]): Json {
  checkValues(component, values);
  const { type, custom_id } = component;
  const resolved = resolvedOfSelect(world, acting, type, values);
  return { custom_id, component_type: type, id: component['id'] ?? 1, values, ...resolved };
}

/** What Discord's client does not let a person choose. */
export function checkValues(component: Json, values: readonly string[]): void {
  const { type, custom_id: id, min_values: min = 1, max_values: max = 1 } = component;
  if (![3, 5, 6, 7, 8, 21, 22].includes(Number(type))) throw new Error(`"${id}" is no select.`);
  if (values.length < Number(min) || values.length > Number(max))
    throw new Error(`"${id}" takes ${min} to ${max} values, not ${values.length}.`);
  const options = jsonsOf(component['options']).map((option) => option['value']);
  const unknown = type === 3 ? values.filter((value) => !options.includes(value)) : [];
  if (unknown.length) throw new Error(`"${id}" has no option ${unknown.join(', ')}.`);
}
