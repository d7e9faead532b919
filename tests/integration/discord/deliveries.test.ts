import { beforeEach, expect, test } from 'vitest';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import type { MessageDocument } from '../../../src/domain/message-document.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { simply } from '../../fakes/simple-publisher.ts';
import { customIds, type DiscordBot, ids, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

const workspace = { platform: 'discord', workspaceId: ids.guild } as const;
const notice: MessageDocument = {
  ...{ kind: 'notice', heading: 'A trouble', paragraphs: ['Something is wrong.'] },
  actions: [
    { label: 'approve', how: 'run', tone: 'primary', input: { name: 'story', options: { story: 'S1' } } },
  ],
};

/** Owes a message to a person and posts it, as the outbox does. */
async function posted(guildId: string, personId: string) {
  const channel = personChannel({ ...workspace, workspaceId: guildId }, personId);
  const message: OwedMessage = {
    ...{ key: 'k1', document: notice, threadOf: null, revises: null, mentions: [], hold: null },
  };
  await bot.store.deliveries.notify([{ channel, message }], bot.clock.nowMs());
  const outcome = await simply(bot.app.publisher).publish({
    ...{ key: 'k1', channel, document: notice, mentions: [], language: 'en', threadMessageId: null },
  });
  if (outcome.kind !== 'posted') throw new Error('It was not posted.');
  return bot.discord.directMessagesTo(personId)[0] ?? failed();
}

test('a button under a direct message acts in the server of the message, with the rights of the person there', async () => {
  const other = '200000000000000077';
  bot.discord.guildCreate({
    ...{ id: other, channels: [{ id: '400000000000000077' }] },
    members: [{ id: ids.ben, permissions: ['ManageGuild'] }],
  });
  const message = await posted(other, ids.ben);
  const approve = customIds(message.components).find((id) => id.startsWith('run:')) ?? '';

  const { interaction } = await bot.discord.press(message.id, approve, { userId: ids.ben });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(bot.commands.runs).toMatchObject([
    { actor: { workspaceId: other, personId: ids.ben, isAdmin: true, channelId: null } },
  ]);
});

test('somebody in no server of the bot is told so', async () => {
  const message = await posted(ids.guild, ids.ben);
  const why = customIds(message.components).find((id) => id.startsWith('why:')) ?? '';
  bot.store.deliveries.list = async () => [];
  bot.discord.memberLeaves(ids.guild, ids.ben);

  const { interaction } = await bot.discord.press(message.id, why, { userId: ids.ben, isDirect: true });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain('no Discord server in which we both are');
});

test('the button that asks why tells how the message came to be', async () => {
  const message = await posted(ids.guild, ids.ben);
  const why = customIds(message.components).find((id) => id.startsWith('why:')) ?? '';

  const { interaction } = await bot.discord.press(message.id, why, { userId: ids.ben });
  await bot.discord.until(() => interaction.edits.length > 0);

  const text = textOf(interaction.original ?? failed());
  expect(text).toContain('Why this message');
  expect(text).toContain('A trouble');
});

function failed(): never {
  throw new Error('There is no message.');
}
