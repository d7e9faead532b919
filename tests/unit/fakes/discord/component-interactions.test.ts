import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { answering } from './answering-client.ts';
import { restTo } from './real-client.ts';

const [, ben] = sampleGuild.members.map(({ id }) => id);
const news = sampleGuild.channels[0].id;

const modal: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'Watch',
  components: [
    {
      type: ComponentType.Label,
      label: 'Query',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'query',
        style: TextInputStyle.Short,
        max_length: 5,
      },
    },
    {
      type: ComponentType.Label,
      label: 'Cadence',
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'cadence',
        options: [
          { label: 'Daily', value: 'daily', default: true },
          { label: 'At once', value: 'once' },
        ],
      },
    },
  ],
};

const components = [
  {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Go', custom_id: 'go' },
      { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Form', custom_id: 'open' },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        label: 'Off',
        custom_id: 'off',
        disabled: true,
      },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.StringSelect, custom_id: 'pick', options: [{ label: 'One', value: '1' }] },
    ],
  },
] as const;

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isStringSelectMenu()) return interaction.reply(`picked ${interaction.values.join()}`);
  if (interaction.isButton() && interaction.customId === 'go') return interaction.update({ content: 'gone' });
  if (interaction.isButton()) return interaction.showModal(modal);
  if (interaction.isMessageContextMenuCommand())
    return interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
  if (!interaction.isModalSubmit()) return undefined;
  const { fields } = interaction;
  return interaction.reply(
    `${fields.getTextInputValue('query')} ${fields.getStringSelectValues('cadence').join()}`,
  );
}

async function withMessage() {
  const fake = await answering(answer);
  const body = { content: 'head', components };
  const { id } = Object(await restTo(fake).post(`/channels/${news}/messages`, { body }));
  return { fake, id: String(id) };
}

test('a button updates its message, and one that is disabled or absent cannot be pressed', async () => {
  const { fake, id } = await withMessage();

  const { answer: first, interaction } = await fake.press(id, 'go', { userId: ben ?? '' });

  expect(first).toMatchObject({ type: 7 });
  expect(fake.messageOf(id)).toMatchObject({ content: 'gone' });
  expect(interaction.userId).toBe(ben);
  await expect(fake.press(id, 'off')).rejects.toThrow('disabled');
  await expect(fake.press(id, 'none')).rejects.toThrow('no component');
});

test('a select gives what was chosen among its options', async () => {
  const { fake, id } = await withMessage();

  expect((await fake.choose(id, 'pick', ['1'])).answer?.data['content']).toBe('picked 1');
  await expect(fake.choose(id, 'pick', ['2'])).rejects.toThrow('no option 2');
  await expect(fake.choose(id, 'pick', [])).rejects.toThrow('takes 1 to 1');
});

test('a button opens a modal, whose fields come back, preset ones too', async () => {
  const { fake, id } = await withMessage();
  await expect(fake.submit({ customId: 'form', fields: {} })).rejects.toThrow('No modal');

  expect((await fake.press(id, 'open')).answer).toMatchObject({ type: 9, data: { title: 'Watch' } });
  const { answer: reply } = await fake.submit({ customId: 'form', fields: { query: 'chips' } });

  expect(reply?.data['content']).toBe('chips daily');
  await expect(fake.submit({ customId: 'form', fields: { query: 'too long' } })).rejects.toThrow(
    'characters',
  );
  await expect(fake.submit({ customId: 'form', fields: { query: 'a', more: 'b' } })).rejects.toThrow(
    'no field',
  );
});

test('a message menu brings the message, and its private answer is for one person', async () => {
  const { fake } = await withMessage();
  const said = fake.say('a story that somebody posted');

  const { interaction, answer: reply } = await fake.contextMenu('Compare', said.id);

  expect(reply?.data['content']).toBe('a story that somebody posted');
  await expect(fake.press(interaction.original?.id ?? '', 'x', { userId: ben ?? '' })).rejects.toThrow(
    'only',
  );
});
