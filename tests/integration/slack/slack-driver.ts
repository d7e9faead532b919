import { vi } from 'vitest';
import { formCallbackId } from '../../../adapters/slack/modals.ts';
import { optionActionId, optionBlockId, viewTitle } from '../../../adapters/slack/render-form.ts';
import type { CommandDefinition } from '../../../src/domain/command.ts';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import { listOf, objectOf, textOf } from '../../fakes/slack/json.ts';
import type { EphemeralMessage, SlackMessage } from '../../fakes/slack/records.ts';
import {
  asMention,
  type ChatAppDriver,
  type ChatAppParts,
  postActions,
  type Shown,
} from '../chat-app/driver.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';
import { openSlackForm, pressSlack } from './slack-windows.ts';

const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const people = { admin: 'UADMIN', reader: 'U1' } as const;
const reference = '<#C1|news>';

/** A person on the fake Slack. */
export async function startSlackDriver({ commands, store }: ChatAppParts): Promise<ChatAppDriver> {
  const bot = await startSlackBot({ commands, store });
  return {
    ...{ channel, people, admins: 'workspace owners and admins' },
    ...{ directory: bot.app.directory, log: bot.log },
    ...commandsOf(bot),
    ...pressesOf(bot),
    ...questionsOf(bot),
  };
}

function commandsOf(bot: SlackBot): Pick<ChatAppDriver, 'command' | 'mistype' | 'compare'> {
  const give = (userId: string, text: string) =>
    privateAnswer(bot, () => bot.slack.command({ command: '/wire', text, userId, channelId: 'C1' }));
  return {
    command: (person, input) => give(people[person], lineOf(input, bot.chat.definitions)),
    mistype: (person, line) => give(people[person], line),
    async compare(person, text) {
      const { slack } = bot;
      const { ts } = await slack.say(asSlackText(text), { channel: 'C1', user: people[person] });
      await slack.shortcut('compare', ts, { user: people[person] });
      return seen(() => shownWindow(bot, 'Compare'));
    },
  };
}

/** What somebody wrote as Slack tells of it: escaped, and links in angle brackets. */
function asSlackText(text: string): string {
  return text.replaceAll('&', '&amp;').replace(/https?:\S+/g, '<$&>');
}

/** A command as it is written behind `/wire`. */
function lineOf({ name, options }: CommandInput, definitions: readonly CommandDefinition[]): string {
  const known = definitions.find((definition) => definition.name === name)?.options ?? [];
  const words = Object.entries(options).map(([option, value]) => {
    const { isFlag, completes } = known.find((each) => each.name === option) ?? {};
    if (isFlag) return option;
    if (completes === 'channel') return `${option}:${reference}`;
    return `${option}:${option === 'mention' ? asMention(value) : JSON.stringify(value)}`;
  });
  return [name, ...words].join(' ');
}

function pressesOf(
  bot: SlackBot,
): Pick<ChatAppDriver, 'post' | 'press' | 'openForm' | 'openNoForm' | 'complete'> {
  let posted = 0;
  const post: ChatAppDriver['post'] = async (actions) => {
    posted += 1;
    const place = await postActions(
      actions,
      { key: `offer-${posted}`, channel },
      bot.app.publisher,
      bot.store,
    );
    return { text: '', isPrivate: false, place, thread: null };
  };
  return {
    post,
    press: (person, shown, wanted) =>
      privateAnswer(bot, () => pressSlack(bot, people[person], shown, { how: 'run', input: wanted })),
    openForm: (person, shown, name) => openSlackForm(bot, people[person], shown, name),
    async openNoForm(person, shown, name) {
      await pressSlack(bot, people[person], shown, { how: 'form', input: { name, options: {} } });
      return seen(() => shownWindow(bot, viewTitle(name).text));
    },
    async complete(person, input, option) {
      // Slack completes what is typed in a window, and nothing behind a slash command.
      const shown = await post([
        { label: 'edit', how: 'form', tone: 'plain', input: { name: input.name, options: {} } },
      ]);
      const form = await openSlackForm(bot, people[person], shown, input.name);
      const { payload } = await bot.slack.suggest({
        ...{ actionId: optionActionId, blockId: optionBlockId(option), viewId: form.viewId },
        ...{ value: input.options[option] ?? '', user: people[person] },
      });
      return listOf(payload['options'])
        .map(objectOf)
        .map(({ text, value }) => ({ label: textOf(objectOf(text)['text']), value: textOf(value) }));
    },
  };
}

function questionsOf(bot: SlackBot): Pick<ChatAppDriver, 'mention' | 'mentionToldTwice' | 'directMessage'> {
  const { slack } = bot;
  const ownAnswers = () => slack.messages.filter(({ user }) => user === 'UBOT1');
  const answered = async (ask: () => Promise<unknown>) => {
    const before = ownAnswers().length;
    await ask();
    return seen(() => shownMessage(ownAnswers()[before]));
  };
  const mention: ChatAppDriver['mention'] = (person, text, after) => {
    const thread = after?.thread ? { thread: after.thread } : {};
    return answered(() => slack.mention(text, { channel: 'C1', user: people[person], ...thread }));
  };
  return {
    mention,
    async mentionToldTwice(person, text) {
      await mention(person, text);
      await slack.redeliver(1);
      await bot.app.stop();
      return ownAnswers().flatMap((message) => shownMessage(message) ?? []);
    },
    directMessage: (person, text) => answered(() => slack.directMessage(text, { user: people[person] })),
  };
}

/** What comes to one person after this. */
function privateAnswer({ slack }: SlackBot, act: () => Promise<unknown>): Promise<Shown> {
  const before = slack.ephemerals.length;
  return act().then(() => seen(() => shownMessage(slack.ephemerals[before])));
}

/** A window with this title that shows no form. */
function shownWindow({ slack }: SlackBot, title: string): Shown | undefined {
  const view = slack.views.find((each) => each.title === title && each.callbackId !== formCallbackId);
  return view && { text: JSON.stringify(view.blocks), isPrivate: true, place: view.id, thread: null };
}

function shownMessage(message: SlackMessage | EphemeralMessage | undefined): Shown | undefined {
  if (!message) return undefined;
  const { text, blocks, ts: place, thread_ts: thread = null } = message;
  return { text: `${text} ${JSON.stringify(blocks)}`, isPrivate: 'from' in message, place, thread };
}

function seen(look: () => Shown | undefined): Promise<Shown> {
  return vi.waitFor(
    () => {
      const found = look();
      if (found) return found;
      throw new Error('Slack shows no answer.');
    },
    { interval: 5, timeout: 5_000 },
  );
}
