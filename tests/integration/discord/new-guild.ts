import type { SlashInput } from '../../fakes/discord/driving.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeInteraction, FakeMessage } from '../../fakes/discord/records.ts';
import type { DiscordPicture } from '../../pictures/discord-page.ts';
import { type LivingAssembly, startLivingAssembly } from '../new-team/living-assembly.ts';
import { type StagedFeed, startStagedFeed } from '../new-team/staged-feed.ts';
import { ids } from './discord-bot.ts';

/** A new guild with the whole program: what people do, and what they then see. */
export interface NewGuild {
  readonly discord: FakeDiscord;
  readonly bot: LivingAssembly;
  readonly feed: StagedFeed;
  /** What was seen so far, by name, as it was sent to Discord. */
  readonly pictures: Map<string, readonly DiscordPicture[]>;
  /** Gives a slash command as the guild's admin in the news channel; its answer. */
  slash(input: SlashInput): Promise<FakeMessage>;
  stop(): Promise<void>;
}

export async function startNewGuild(): Promise<NewGuild> {
  const feed = await startStagedFeed();
  const discord = await startFakeDiscord();
  const bot = await startLivingAssembly([{ url: feed.url, name: 'Harbor Wire' }], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.restUrl,
  });
  await discord.until(() => discord.commands.global.length > 0);
  return {
    ...{ discord, bot, feed },
    pictures: new Map(),
    slash: async (input) => answerTo(await discord.slash({ channelId: ids.news, ...input }), discord),
    async stop() {
      await bot.stop();
      await discord.stop();
      await feed.stop();
    },
  };
}

/** What stands as the answer to an interaction, once it does. */
export async function answerTo(
  { interaction }: { readonly interaction: FakeInteraction },
  discord: FakeDiscord,
): Promise<FakeMessage> {
  await discord.until(() => interaction.edits.length > 0);
  if (!interaction.original) throw new Error('There is no answer.');
  return interaction.original;
}

/** The bot's messages in the channel and in its threads, for a picture. */
export function standing({ discord }: NewGuild, since = 0): readonly DiscordPicture[] {
  return discord.messages
    .filter(({ isEphemeral, authorId }) => !isEphemeral && authorId === discord.applicationId)
    .slice(since)
    .map((message) => ({
      kind: message.channelId === ids.news ? 'message' : 'reply',
      payload: payloadOf(message),
    }));
}

export function payloadOf({ content, embeds, components }: FakeMessage) {
  return { content, embeds, components };
}
