import { beforeEach, expect, test } from 'vitest';
import { answerDocument } from '../../fixtures/documents.ts';
import { customIds, type DiscordBot, ids, startDiscordBot } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
  bot.commands.answer('ask', ({ options }) => {
    return { kind: 'documents', documents: [answerDocument({ question: options['question'] ?? '' })] };
  });
});

test.each(['Who pays?', 'Who pays? '.repeat(100).trim()])(
  'a press under an answer says that it helped, and thanks only the one who pressed: %s',
  async (question) => {
    const asked = bot.discord.mention(question, { userId: ids.ben });
    const { applicationId } = bot.discord;
    const answer = await bot.discord.until(() =>
      bot.discord.messagesIn(asked.id).find(({ authorId }) => authorId === applicationId),
    );
    const [helpful = ''] = customIds(answer.components);

    const { interaction, answer: first } = await bot.discord.press(answer.id, helpful);
    await bot.discord.until(() => interaction.edits.length > 0);

    expect(first).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(bot.commands.runsOf('feedback give')).toMatchObject([
      { input: { options: { says: 'helpful', question } }, actor: { personId: ids.ada } },
    ]);
  },
);
