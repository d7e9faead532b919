import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { answering, answeringCommands } from './answering-client.ts';
import { restTo } from './real-client.ts';
import { refusalOf } from './refusal.ts';

const [ada, ben] = sampleGuild.members.map(({ id }) => id);
const news = sampleGuild.channels[0].id;
const ask = { name: 'ask', options: { question: 'Who?' } };

test('a slash command comes with its options, its person and what the bot may do, and is answered', async () => {
  const fake = await answeringCommands(async (interaction) => {
    const channel = interaction.options.getChannel('channel');
    const may = interaction.appPermissions.has('SendMessages');
    const rights = interaction.memberPermissions?.has('Administrator');
    const { response } = await (
      await interaction.reply({ content: 'wait', withResponse: true })
    ).interaction.client.application
      .fetch()
      .then(() => ({ response: true }));
    await interaction.editReply(
      [interaction.options.getString('question'), channel?.name, may, rights, response].join(' '),
    );
  });

  const { answer, interaction } = await fake.slash({ ...ask, options: { question: 'Who?', channel: news } });
  await fake.until(() => interaction.edits.length > 0);

  expect(answer).toMatchObject({ type: 4, data: { content: 'wait' } });
  expect(answer?.tookMs).toBeLessThan(3_000);
  expect(interaction.original).toMatchObject({ content: 'Who? news true true true', channelId: news });
  expect(interaction.refusals).toEqual([]);
});

test('a deferred answer is filled by an edit, and followed by others, as private as it began', async () => {
  const fake = await answeringCommands(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ content: 'filled' });
    await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
  });

  const { interaction } = await fake.slash(ask);
  await fake.until(() => interaction.followUps.length > 0);

  expect(interaction).toMatchObject({ isEphemeral: true, answer: { type: 5 } });
  expect(interaction.original).toMatchObject({ content: 'filled', flags: 64, isEphemeral: true });
  expect(fake.messagesIn(news)).toEqual([]);
});

test('a second acknowledgement is refused with 40060, and a modal after a deferral too', async () => {
  const fake = await answeringCommands(async (interaction) => {
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const again = (type: number, data: object) =>
      interaction.client.rest.post(path, { body: { type, data }, auth: false }).catch(() => undefined);
    await interaction.deferReply();
    await again(4, { content: 'twice' });
    await again(9, { custom_id: 'm', title: 'M', components: [] });
  });

  const { interaction } = await fake.slash(ask);
  await fake.until(() => interaction.refusals.length === 2);

  expect(interaction.refusals).toEqual([40060, 40060]);
});

test('nothing within three seconds is no answer, and a late one is refused with 10062', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const fake = await answeringCommands(
    async (interaction) => {
      nowMs += interaction.commandName === 'ask' ? 3_001 : 3_000;
      await interaction.reply('late');
    },
    { nowMs: () => nowMs, answerWithinMs: 3_000 },
  );

  const inTime = await fake.slash({ name: 'digest now' });
  expect(inTime.answer).toMatchObject({ type: 4 });
  const late = fake.slash(ask);
  await fake.until(() => fake.interactions.at(-1)?.refusals.length === 1);
  expect(fake.interactions.at(-1)?.refusals).toEqual([10062]);
  expect((await late).answer).toBeNull();
});

test('a token is good for 15 minutes, and for nothing before the first answer', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const fake = await answeringCommands(async (interaction) => interaction.deferReply(), {
    nowMs: () => nowMs,
  });
  const rest = restTo(fake);
  const { interaction } = await fake.slash(ask);
  const followUp = (token: string) =>
    refusalOf(rest.post(`/webhooks/${fake.applicationId}/${token}`, { body: { content: 'a' }, auth: false }));

  expect(await followUp('interaction.1')).toMatchObject({ code: 10015 });
  nowMs += 900_000;
  expect(await followUp(interaction.token)).toBeNull();
  nowMs += 1;
  expect(await followUp(interaction.token)).toMatchObject({ status: 401, code: 50027 });
  expect(interaction.original?.content).toBe('a');
});

test('an invalid answer is refused with its fields, and can be mended', async () => {
  const fake = await answeringCommands(async (interaction) => {
    const bad = await refusalOf(interaction.reply('a'.repeat(2_001)));
    await interaction.reply(bad?.fields.join() ?? 'taken');
  });

  const { answer } = await fake.slash(ask);

  expect(answer?.data['content']).toBe('data.content BASE_TYPE_MAX_LENGTH');
});

test('a person completes an option with at most 25 choices', async () => {
  const fake = await answering(
    async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const count = Number(interaction.options.getFocused());
      const choices = Array.from({ length: count }, (_, index) => ({ name: `c${index}`, value: `${index}` }));
      await interaction.respond(choices);
    },
    { answerWithinMs: 200 },
  );
  const complete = (typed: string) =>
    fake.autocomplete({ name: 'ask', focused: 'question', options: { question: typed } });

  expect((await complete('25')).choices).toHaveLength(25);
  const refused = await complete('26');
  expect([refused.answer, refused.interaction.refusals]).toEqual([null, [50035]]);
});

test('a person is shown no command but those that are for this person and place', async () => {
  const fake = await answeringCommands((interaction) => interaction.reply('done'));
  const reply = async (input: object) =>
    (await fake.slash({ name: 'ask', ...input })).answer?.data['content'];

  expect(await reply({ name: 'audit', userId: ada })).toBe('done');
  expect(await reply({ name: 'dm', isDirect: true })).toBe('done');
  await expect(reply({ name: 'audit', userId: ben })).rejects.toThrow('default_member_permissions');
  await expect(reply({ name: 'dm' })).rejects.toThrow('place');
  await expect(reply({ name: 'nothing' })).rejects.toThrow('registered');
  await expect(reply({})).rejects.toThrow('needs question');
  await expect(reply({ options: { question: 'a', count: 9 } })).rejects.toThrow('too big');
  await expect(reply({ options: { question: 'a', colour: 'red' } })).rejects.toThrow('no option');
  await expect(reply({ name: 'digest' })).rejects.toThrow('subcommand');
});
