import { compareMenuName } from '../../../adapters/discord/render-commands.ts';
import type { CommandDefinition } from '../../../src/domain/command.ts';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import type { Driven, OptionValue } from '../../fakes/discord/driving.ts';
import type { FakeMessage } from '../../fakes/discord/records.ts';
import {
  asMention,
  type ChatAppDriver,
  type ChatAppParts,
  postActions,
  type Shown,
  valueFor,
} from '../chat-app/driver.ts';
import { customIds, type DiscordBot, ids, startAnother, startDiscordBot, textOf } from './discord-bot.ts';
import { openDiscordForm } from './discord-modals.ts';

const channel = { platform: 'discord', workspaceId: ids.guild, channelId: ids.news } as const;
const people = { admin: ids.ada, reader: ids.ben } as const;

/** A person on the fake Discord. */
export async function startDiscordDriver({ commands, store }: ChatAppParts): Promise<ChatAppDriver> {
  // People press more in a second here than Discord lets a bot post.
  const bot = await startDiscordBot({ commands, store, discord: { intervalMs: 0 } });
  return {
    ...{ channel, people, admins: 'members with the permission Manage Server' },
    ...{ directory: bot.app.directory, log: bot.log },
    ...commandsOf(bot),
    ...pressesOf(bot),
    ...questionsOf(bot),
  };
}

function commandsOf(bot: DiscordBot): Pick<ChatAppDriver, 'command' | 'mistype' | 'complete' | 'compare'> {
  const { discord } = bot;
  return {
    async command(person, input) {
      const options = typedOf(input, bot.chat.definitions);
      return answerTo(await discord.slash({ name: input.name, options, userId: people[person] }), bot);
    },
    async mistype(person, line) {
      // Discord's client sends no command but those that are registered.
      const sent = discord.slash({ name: line, userId: people[person] });
      const driven = await sent.catch((error: unknown) => {
        if (/^No command|has no subcommand/.test(error instanceof Error ? error.message : '')) return null;
        throw error;
      });
      return driven && answerTo(driven, bot);
    },
    async complete(person, { name, options }, focused) {
      const asked = { name, options, focused, userId: people[person] };
      const { choices } = await discord.autocomplete(asked);
      return choices.map((choice) => ({ label: choice.name, value: String(choice.value) }));
    },
    async compare(person, text) {
      const userId = people[person];
      const message = discord.say(text, { userId });
      return answerTo(await discord.contextMenu(compareMenuName, message.id, { userId }), bot);
    },
  };
}

/** A command as Discord's client sends it. */
function typedOf({ name, options }: CommandInput, definitions: readonly CommandDefinition[]) {
  const known = definitions.find((definition) => definition.name === name)?.options ?? [];
  const typed = Object.entries(options).map(([option, value]): readonly [string, OptionValue] => {
    const isFlag = known.find((each) => each.name === option)?.isFlag;
    return [option, isFlag ? value === 'true' : option === 'mention' ? asMention(value) : value];
  });
  return Object.fromEntries(typed);
}

function pressesOf(bot: DiscordBot): Pick<ChatAppDriver, 'post' | 'press' | 'openForm' | 'openNoForm'> {
  const { discord, store } = bot;
  let posted = 0;
  const buttonOf = (shown: Shown, how: 'run' | 'form', wanted: CommandInput) =>
    valueFor(customIds(discord.messageOf(shown.place).components), how, wanted, store.actions);
  return {
    async post(actions) {
      posted += 1;
      // Our messages are known by channel and id.
      const message = await postActions(
        actions,
        { key: `offer-${posted}`, channel },
        bot.app.publisher,
        bot.store,
      );
      return { text: '', isPrivate: false, place: message.replace(/^.*\//, ''), thread: null };
    },
    async press(person, shown, wanted) {
      const button = await buttonOf(shown, 'run', wanted);
      return answerTo(await discord.press(shown.place, button, { userId: people[person] }), bot);
    },
    async openForm(person, shown, name) {
      const userId = people[person];
      const button = await buttonOf(shown, 'form', { name, options: {} });
      return openDiscordForm(bot, userId, await discord.press(shown.place, button, { userId }));
    },
    async openNoForm(person, shown, name) {
      const button = await buttonOf(shown, 'form', { name, options: {} });
      return answerTo(await discord.press(shown.place, button, { userId: people[person] }), bot);
    },
  };
}

function questionsOf(bot: DiscordBot): Pick<ChatAppDriver, 'mention' | 'mentionToldTwice' | 'directMessage'> {
  const { discord } = bot;
  const ownAnswers = (placeId: string) =>
    discord.messagesIn(placeId).filter(({ authorId }) => authorId === discord.applicationId);
  const mention: ChatAppDriver['mention'] = async (person, text, after) => {
    const before = after?.thread ? ownAnswers(after.thread).length : 0;
    const place = after?.thread ? { channelId: after.thread } : {};
    const { id } = discord.mention(text, { userId: people[person], ...place });
    return discord.until(() => shownMessage(ownAnswers(after?.thread ?? id)[before]));
  };
  return {
    mention,
    async mentionToldTwice(person, text) {
      // Discord repeats nothing that was taken: two processes of one bot are told of the same.
      const other = await startAnother(bot);
      const { thread } = await mention(person, text);
      await Promise.all([bot.app.stop(), other.stop()]);
      return ownAnswers(thread ?? '').flatMap((message) => shownMessage(message) ?? []);
    },
    directMessage(person, text) {
      const { channelId } = discord.directMessage(text, { userId: people[person] });
      return discord.until(() => shownMessage(ownAnswers(channelId)[0]));
    },
  };
}

/** What an interaction was answered. */
async function answerTo({ interaction }: Driven, { discord }: DiscordBot): Promise<Shown> {
  await discord.until(() => interaction.edits.length > 0);
  const shown = shownMessage(interaction.original ?? undefined);
  if (shown) return shown;
  throw new Error('Discord shows no answer.');
}

function shownMessage(message: FakeMessage | undefined): Shown | undefined {
  if (!message) return undefined;
  const { id: place, channelId: thread, isEphemeral: isPrivate } = message;
  return { text: textOf(message), isPrivate, place, thread };
}
