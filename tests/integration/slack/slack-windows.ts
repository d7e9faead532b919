import { vi } from 'vitest';
import { formCallbackId } from '../../../adapters/slack/modals.ts';
import { optionActionId, optionBlockId, optionOfBlockId } from '../../../adapters/slack/render-form.ts';
import type { MessageAction } from '../../../src/domain/action.ts';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../fakes/slack/json.ts';
import type { SlackView } from '../../fakes/slack/records.ts';
import { type Shown, type ShownForm, valueFor } from '../chat-app/driver.ts';
import type { SlackBot } from './slack-bot.ts';

type Action = Pick<MessageAction, 'how' | 'input'>;

/** Presses in a message what stands for this action. */
export async function pressSlack(
  { slack, store }: SlackBot,
  user: string,
  { place }: Shown,
  { how, input }: Action,
): Promise<void> {
  const message = [...slack.messages, ...slack.ephemerals].find(({ ts }) => ts === place);
  const offered = pressables(message?.blocks ?? []);
  const values = offered.map(({ value }) => value);
  const value = await valueFor(values, how, input, store.actions);
  const pressed = offered.find((each) => each.value === value);
  await slack.press(place, pressed?.actionId ?? '', { user, value });
}

interface Pressable {
  readonly actionId: string;
  readonly value: string;
}

/** All that can be pressed or chosen in blocks, with what it carries. */
function pressables(part: unknown): readonly Pressable[] {
  if (Array.isArray(part)) return part.flatMap(pressables);
  if (!isObject(part)) return [];
  const { action_id: actionId, positive_button, negative_button, options, ...others } = part;
  if (typeof actionId !== 'string') return Object.values(others).flatMap(pressables);
  return [part, positive_button, negative_button, ...listOf(options)]
    .map((each) => textOf(objectOf(each)['value']))
    .flatMap((value) => (value === '' ? [] : [{ actionId, value }]));
}

/** Opens the form of a command as the only window. */
export async function openSlackForm(
  bot: SlackBot,
  user: string,
  shown: Shown,
  name: string,
): Promise<ShownForm & { readonly viewId: string }> {
  const { slack } = bot;
  for (const { id } of slack.views.filter(({ kind }) => kind === 'modal').toReversed())
    await slack.closeView(id, { user });
  await pressSlack(bot, user, shown, { how: 'form', input: { name, options: {} } });
  const view = await vi.waitFor(
    () => {
      const found = slack.views.find(({ callbackId }) => callbackId === formCallbackId);
      if (found) return found;
      throw new Error(`Slack shows no form of "${name}".`);
    },
    { interval: 5, timeout: 5_000 },
  );
  return {
    viewId: view.id,
    values: valuesIn(view),
    async fill(written) {
      await slack.submit(view.id, stateOf(written), { user });
      const after = slack.views.find(({ id }) => id === view.id);
      const text = JSON.stringify([after?.blocks, after?.errors]);
      return { text, isPrivate: true, place: view.id, thread: null };
    },
  };
}

function stateOf(written: CommandInput['options']) {
  const fields = Object.entries(written).map(
    ([name, value]) => [optionBlockId(name), { [optionActionId]: value }] as const,
  );
  return Object.fromEntries(fields);
}

function valuesIn({ blocks }: SlackView): CommandInput['options'] {
  const shown = blocks.flatMap((block) => {
    const name = optionOfBlockId(textOf(block['block_id']));
    const value = initialOf(objectOf(block['element']));
    return name === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(shown);
}

function initialOf(element: JsonObject): string {
  const option = element['initial_option'] ?? listOf(element['initial_options'])[0];
  const given = [element['initial_value'], element['initial_conversation'], objectOf(option)['value']];
  return given.map(textOf).find((text) => text !== '') ?? '';
}
