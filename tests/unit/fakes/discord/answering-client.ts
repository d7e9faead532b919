import { type ChatInputCommandInteraction, Events, type Interaction } from 'discord.js';
import type { FakeDiscord } from '../../../fakes/discord/fake-discord.ts';
import type { FakeDiscordOptions } from '../../../fakes/discord/options.ts';
import { loggedIn, openFake, restTo } from './real-client.ts';

const commands = [
  {
    name: 'ask',
    description: 'Asks.',
    options: [
      { type: 3, name: 'question', description: 'What.', required: true, autocomplete: true },
      { type: 7, name: 'channel', description: 'Where.' },
      { type: 4, name: 'count', description: 'How many.', min_value: 1, max_value: 5 },
    ],
  },
  { name: 'digest', description: 'Digests.', options: [{ type: 1, name: 'now', description: 'Now.' }] },
  { name: 'audit', description: 'Audits.', default_member_permissions: '32' },
  { name: 'dm', description: 'Direct only.', contexts: [1] },
  { type: 3, name: 'Compare' },
];

/** The real client with a few commands, and what it does with an interaction. */
export async function answering(
  answer: (interaction: Interaction) => Promise<unknown>,
  options: FakeDiscordOptions = {},
): Promise<FakeDiscord> {
  const fake = await openFake(options);
  await restTo(fake).put(`/applications/${fake.applicationId}/commands`, { body: commands });
  const client = await loggedIn(fake);
  client.on(Events.InteractionCreate, (interaction) => {
    // What the fake refused stands in its record of the interaction.
    answer(interaction).catch(() => undefined);
  });
  return fake;
}

export function answeringCommands(
  answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
  options: FakeDiscordOptions = {},
): Promise<FakeDiscord> {
  return answering(
    async (interaction) => (interaction.isChatInputCommand() ? answer(interaction) : undefined),
    options,
  );
}
