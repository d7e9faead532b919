import { buttonValue, type MessageAction } from '../../src/domain/action.ts';
import type { CommandAnswer } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { ActionLabel, Language, Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { PlainText, SlackBlock, SlackButton, SlackOption, StaticSelect } from './block-types.ts';
import { capitalized } from './capitalized.ts';
import type { HomePicture } from './home-picture.ts';
import { slackLimits } from './limits.ts';
import { plainText } from './messages.ts';
import { renderCommandAnswer } from './render-command-answer.ts';
import type { VisibleChannel } from './visible-channels.ts';
import { memoryOf, writeMemory } from './window-memory.ts';

/** A button of the Home; `null`: it bears the name of its command. */
export interface HomeAction extends Pick<MessageAction, 'how' | 'input'> {
  readonly label: ActionLabel | null;
}

/** A part of the Home. `input` is what `answer` answers: it shows the whole where there is no room for it. */
export interface HomeSection {
  readonly input: CommandInput;
  readonly answer: CommandAnswer;
  readonly actions: readonly HomeAction[];
}

export interface HomeContent {
  readonly channels: readonly Pick<VisibleChannel, 'id' | 'name'>[];
  readonly chosenId: string | null;
  /** Whether they may change the settings of channels. */
  readonly canSetUp: boolean;
  readonly sections: readonly HomeSection[];
  readonly picture: HomePicture | null;
  readonly language: Language;
}

interface ImageBlock {
  readonly type: 'image';
  readonly slack_file: { readonly id: string };
  readonly alt_text: string;
}

export interface HomeView {
  readonly type: 'home';
  readonly private_metadata: string;
  readonly blocks: readonly (SlackBlock | ImageBlock | MenuBlock)[];
}

interface ConversationsSelect {
  readonly type: 'conversations_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly filter: { readonly include: readonly string[]; readonly exclude_bot_users: true };
}

interface MenuBlock {
  readonly type: 'actions';
  readonly elements: readonly (StaticSelect | ConversationsSelect)[];
}

/** The action_id of the menu of channels that are set up. */
export const chooseChannelActionId = 'home:channel';
/** Of the menu of all channels, which opens the settings of one. */
export const setUpChannelActionId = 'home:set-up';

/** Room in a view, shared by the sections: each has its buttons, a rule above, and the rest in blocks. */
const fixedBlocks = 3;
const blocksBeside = 2;

/** The Home of one person: the menu of channels, then the sections, each with its buttons and none cut in a block. Pure. */
export function renderHome(content: HomeContent): HomeView {
  const { chosenId, sections, picture, language } = content;
  const words = wordsOf(language);
  const count = Math.max(1, sections.length);
  const room = {
    language,
    mostBlocks: Math.floor((slackLimits.blocksPerView - fixedBlocks) / count) - blocksBeside,
    mostBytes: Math.floor(slackLimits.viewJsonBytes / count),
  };
  return {
    type: 'home',
    private_metadata: writeMemory(memoryOf('', { channelId: chosenId, threadTs: null }, true)),
    blocks: [
      ...channelMenus(content, words),
      ...sections.flatMap((section, index) => [
        ...pictureBlocks(section, picture),
        ...sectionBlocks({ ...section, answer: besidePicture(section.answer, picture) }, index, room),
        ...(index < sections.length - 1 ? [{ type: 'divider' } as const] : []),
      ]),
    ],
  };
}

/** Menus of the channels that are set up, and for admins of all that may be. */
function channelMenus({ channels, chosenId, canSetUp }: HomeContent, words: Words): readonly MenuBlock[] {
  const options = channels.slice(0, slackLimits.selectOptions).map(optionOf);
  const chosen = options.find(({ value }) => value === chosenId);
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: chooseChannelActionId,
    placeholder: plainText('#', slackLimits.placeholderChars),
    options,
    ...(chosen && { initial_option: chosen }),
  };
  const setUpMenu: ConversationsSelect = {
    type: 'conversations_select',
    action_id: setUpChannelActionId,
    placeholder: plainText(`${words.actions.settings}: #…`, slackLimits.placeholderChars),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
  };
  const elements = [...(options.length > 0 ? [menu] : []), ...(canSetUp ? [setUpMenu] : [])];
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function optionOf({ id, name }: Pick<VisibleChannel, 'id' | 'name'>): SlackOption {
  return { text: plainText(`#${name}`, slackLimits.optionTextChars), value: id };
}

function pictureBlocks({ answer }: HomeSection, picture: HomePicture | null): readonly ImageBlock[] {
  if (answer.kind !== 'chart' || picture === null) return [];
  return [{ type: 'image', slack_file: { id: picture.fileId }, alt_text: picture.altText }];
}

/** Of a chart that stands there as a picture, only its words are said again. */
function besidePicture(answer: CommandAnswer, picture: HomePicture | null): CommandAnswer {
  if (answer.kind !== 'chart' || picture === null) return answer;
  return { kind: 'chart', chart: { ...answer.chart, days: [] } };
}

interface SectionRoom {
  readonly language: Language;
  readonly mostBlocks: number;
  readonly mostBytes: number;
}

/** As many whole blocks as there is room for, then the section's buttons; where something is left out, one shows the whole. */
function sectionBlocks(
  { input, answer, actions }: HomeSection,
  section: number,
  { language, mostBlocks, mostBytes }: SectionRoom,
): readonly SlackBlock[] {
  const blocks = renderCommandAnswer(answer, { language }).flatMap((payload) => payload.blocks);
  let bytes = 0;
  const end = blocks.findIndex((block) => {
    bytes += Buffer.byteLength(JSON.stringify(block));
    return bytes > mostBytes;
  });
  const shown = blocks.slice(0, Math.min(mostBlocks, end < 0 ? blocks.length : end));
  const whole: readonly HomeAction[] =
    shown.length < blocks.length ? [{ label: null, how: 'run', input }] : [];
  return [...shown, ...buttonBlocks([...whole, ...actions], section, wordsOf(language))];
}

/** No section has so many buttons that their numbers would meet those of the next. */
const buttonsPerSection = 10;

function buttonBlocks(actions: readonly HomeAction[], section: number, words: Words): readonly SlackBlock[] {
  if (actions.length === 0) return [];
  const elements = actions.map((action, index) => button(action, section * buttonsPerSection + index, words));
  return [{ type: 'actions', elements }];
}

function button({ label, how, input }: HomeAction, index: number, words: Words): SlackButton {
  const text = label === null ? capitalized(input.name) : words.actions[label];
  return {
    type: 'button',
    text: buttonText(text),
    action_id: `wire:${index}`,
    value: buttonValue({ how, input }, slackLimits.buttonValueChars),
  };
}

function buttonText(text: string): PlainText {
  return plainText(text, slackLimits.buttonTextChars);
}
