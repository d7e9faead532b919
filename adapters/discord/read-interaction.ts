import { listAt, textAt, textsAt, valueAt } from '../../src/domain/json.ts';
import type { InteractionToken } from './answer-api.ts';
import { bitsAt, objectsIn } from './read-json.ts';
import { type Origin, readOrigin } from './read-origin.ts';
import { selectPrefix } from './render-controls.ts';
import type { FormFields } from './render-form.ts';
import { partOfButtonId } from './render-key.ts';

/** A value of a command's option as it was typed or chosen. */
export interface GivenOption {
  readonly name: string;
  readonly value: string | number | boolean;
  /** Is it this one that is being typed? */
  readonly isFocused: boolean;
}

/** A channel that was chosen, with what the bot may do in it; `null` where Discord does not say. */
export interface ChosenChannel {
  readonly id: string;
  readonly name: string;
  readonly botPermissions: bigint | null;
}

/** What somebody did. */
export type Deed =
  | { readonly kind: 'command'; readonly name: string; readonly options: readonly GivenOption[] }
  | { readonly kind: 'autocomplete'; readonly name: string; readonly options: readonly GivenOption[] }
  /** Text of the message on which the menu was used; '' where it has none. */
  | { readonly kind: 'menu'; readonly text: string }
  /** `value` is what the button carries, or the entry of a select. */
  | { readonly kind: 'press'; readonly value: string }
  | { readonly kind: 'submit'; readonly customId: string; readonly fields: FormFields };

export interface Interaction extends InteractionToken {
  /** When it came, epoch milliseconds: its token is good for 15 minutes from then. */
  readonly atMs: number;
  readonly origin: Origin;
  readonly channels: readonly ChosenChannel[];
  /** Where it was done; `null` in direct messages. */
  readonly here: ChosenChannel | null;
  readonly deed: Deed;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding, "Interaction Type". */
const types = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
const commandTypes = { chatInput: 1, message: 3 } as const;
const optionTypes = { subcommand: 1, group: 2 } as const;

/** An interaction as the Gateway brings it; `null` for one of a kind that nothing of ours makes. */
export function readInteraction(body: unknown, atMs: number): Interaction | null {
  const deed = deedOf(body);
  const token = {
    id: textAt(body, 'id'),
    applicationId: textAt(body, 'application_id'),
    token: textAt(body, 'token'),
  };
  if (!deed || Object.values(token).includes('')) return null;
  const resolved = Object.entries(valueAt(body, 'data', 'resolved', 'channels') ?? {});
  const channels = resolved.map(([id, channel]) => ({
    id,
    name: textAt(channel, 'name') || id,
    botPermissions: bitsAt(channel, 'app_permissions'),
  }));
  return {
    ...token,
    atMs,
    deed,
    channels,
    here: placeOf(body),
    origin: readOrigin(body, deliveryKeyOf(valueAt(body, 'message'))),
  };
}

/** `app_permissions` of the interaction itself: what the bot may do where it was done. */
function placeOf(body: unknown): ChosenChannel | null {
  if (textAt(body, 'guild_id') === '') return null;
  const id = textAt(body, 'channel_id') || textAt(body, 'channel', 'id');
  const name = textAt(body, 'channel', 'name') || id;
  return { id, name, botPermissions: bitsAt(body, 'app_permissions') };
}

function deedOf(body: unknown): Deed | null {
  const data = valueAt(body, 'data');
  switch (valueAt(body, 'type')) {
    case types.command:
      if (valueAt(data, 'type') === commandTypes.message) return menuOf(data);
      return valueAt(data, 'type') === commandTypes.chatInput
        ? { kind: 'command', ...namedOptions(data) }
        : null;
    case types.autocomplete:
      return { kind: 'autocomplete', ...namedOptions(data) };
    case types.component:
      return { kind: 'press', value: pressedValue(data) };
    case types.modal:
      return {
        kind: 'submit',
        customId: textAt(data, 'custom_id'),
        fields: fieldsOf(valueAt(data, 'components')),
      };
    default:
      return null;
  }
}

/** A command with its subcommand is one of two words: `digest preview`. */
function namedOptions(data: unknown): { readonly name: string; readonly options: readonly GivenOption[] } {
  const name = textAt(data, 'name');
  const [first] = listAt(data, 'options');
  const type = valueAt(first, 'type');
  if (type === optionTypes.subcommand || type === optionTypes.group) {
    const inner = namedOptions(first);
    return { ...inner, name: `${name} ${inner.name}` };
  }
  return { name, options: listAt(data, 'options').flatMap(givenOption) };
}

function givenOption(option: unknown): readonly GivenOption[] {
  const value = valueAt(option, 'value');
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  return [{ name: textAt(option, 'name'), value, isFocused: valueAt(option, 'focused') === true }];
}

function pressedValue(data: unknown): string {
  const customId = textAt(data, 'custom_id');
  return customId.startsWith(selectPrefix) ? (textsAt(data, 'values')[0] ?? '') : customId;
}

/** Text of the message, and of its embeds where it has none itself. */
function menuOf(data: unknown): Deed {
  const message = valueAt(data, 'resolved', 'messages', textAt(data, 'target_id'));
  const embedded = listAt(message, 'embeds').flatMap((embed) =>
    ['url', 'title', 'description'].map((name) => textAt(embed, name)),
  );
  const texts = [textAt(message, 'content'), ...shownTexts(valueAt(message, 'components'))];
  const own = texts.filter((text) => text.trim() !== '');
  return { kind: 'menu', text: (own.length > 0 ? own : embedded.filter(Boolean)).join('\n') };
}

function shownTexts(components: unknown): readonly string[] {
  return objectsIn(components).map((component) => textAt(component, 'content'));
}

function fieldsOf(components: unknown): FormFields {
  const filled = objectsIn(components).flatMap(
    (component): readonly (readonly [string, string | readonly string[]])[] => {
      const id = textAt(component, 'custom_id');
      if (id === '') return [];
      const isList = Array.isArray(valueAt(component, 'values'));
      return [[id, isList ? textsAt(component, 'values') : textAt(component, 'value')]];
    },
  );
  return Object.fromEntries(filled);
}

function deliveryKeyOf(message: unknown): string | null {
  for (const component of objectsIn(valueAt(message, 'components'))) {
    const part = partOfButtonId(textAt(component, 'custom_id'));
    if (part) return part.key;
  }
  return null;
}
