import type { CommandInput } from '../../../src/domain/command-input.ts';
import type { Driven } from '../../fakes/discord/driving.ts';
import type { Json } from '../../fakes/discord/records.ts';
import { jsonOf, jsonsOf } from '../../fakes/discord/validate/fields.ts';
import type { ShownForm } from '../chat-app/driver.ts';
import { customIds, type DiscordBot, textOf } from './discord-bot.ts';

/** docs.discord.com/developers/components/reference */
const textInput = 4;
const modalAnswer = 9;

/** The form that a press has opened. */
export function openDiscordForm(bot: DiscordBot, userId: string, pressed: Driven): ShownForm {
  const first = modalOf(pressed);
  return {
    values: valuesIn(first),
    async fill(written) {
      let modal = first;
      for (;;) {
        const customId = String(modal['custom_id']);
        const fields = fieldsOf(modal, written);
        const { interaction } = await bot.discord.submit({ customId, fields, userId });
        await bot.discord.until(() => interaction.edits.length > 0);
        const { original } = interaction;
        if (!original) throw new Error('Discord shows no answer to a form.');
        const next = customIds(original.components).find((id) => id.startsWith('page:'));
        const { id: place, channelId: thread, isEphemeral: isPrivate } = original;
        if (next === undefined) return { text: textOf(original), isPrivate, place, thread };
        modal = modalOf(await bot.discord.press(original.id, next, { userId }));
      }
    },
  };
}

function modalOf({ answer }: Driven): Json {
  if (answer?.type === modalAnswer) return answer.data;
  throw new Error(`Discord shows no form: ${JSON.stringify(answer)}`);
}

function inputsOf(modal: Json): readonly Json[] {
  return jsonsOf(modal['components']).map((label) => jsonOf(label['component']));
}

function fieldsOf(modal: Json, written: CommandInput['options']) {
  const fields = inputsOf(modal).flatMap((input) => {
    const name = String(input['custom_id']);
    const value = written[name];
    if (value === undefined) return [];
    return [[name, input['type'] === textInput ? value : [value]] as const];
  });
  return Object.fromEntries(fields);
}

function valuesIn(modal: Json): CommandInput['options'] {
  const shown = inputsOf(modal).flatMap((input) => {
    const option = jsonsOf(input['options']).find((each) => each['default'] === true);
    const [chosen] = jsonsOf(input['default_values']);
    const value = input['value'] ?? option?.['value'] ?? chosen?.['id'];
    return typeof value === 'string' ? [[String(input['custom_id']), value] as const] : [];
  });
  return Object.fromEntries(shown);
}
