import { buttonValue, type MessageAction, storyActions } from '../../src/domain/action.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { FeedbackBlock, SlackBlock, SlackButton, SlackOption } from './block-types.ts';
import { slackLimits } from './limits.ts';
import { plainText } from './messages.ts';

/** The action_id of all that the bot lets people press or choose in a message, so that one handler takes it. */
export const actionIdPattern = /^wire:/;

function actionId(index: number): string {
  return `wire:${index}`;
}

/** Buttons for actions, in as few blocks as hold them; none for none. */
export function actionBlocks(actions: readonly MessageAction[], words: Words): readonly SlackBlock[] {
  const rows: (readonly SlackButton[])[] = [];
  for (const [index, action] of actions.entries()) {
    const pressed = button(action, index, words);
    const joined = [...(rows.at(-1) ?? []), pressed];
    if (rows.length > 0 && fitsActions(joined)) rows[rows.length - 1] = joined;
    else rows.push([pressed]);
  }
  return rows.map((elements) => ({ type: 'actions', elements }));
}

function fitsActions(buttons: readonly SlackButton[]): boolean {
  const { actionsElements, blockJsonChars } = slackLimits;
  return buttons.length <= actionsElements && JSON.stringify(buttons).length <= blockJsonChars;
}

function button(action: MessageAction, index: number, words: Words): SlackButton {
  return {
    type: 'button',
    text: plainText(words.actions[action.label], slackLimits.buttonTextChars),
    action_id: actionId(index),
    value: buttonValue(action, slackLimits.buttonValueChars),
    ...(action.tone === 'plain' ? {} : { style: action.tone }),
  };
}

/**
 * A pair of thumbs; messages only can have it, and some workspaces do not take it
 * (docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element).
 */
export function feedbackBlock(
  [positive, negative]: readonly [positive: MessageAction, negative: MessageAction],
  words: Words,
): FeedbackBlock {
  const side = (action: MessageAction) => ({
    text: plainText(words.actions[action.label], slackLimits.buttonTextChars),
    value: buttonValue(action, slackLimits.buttonValueChars),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionId(0),
        positive_button: side(positive),
        negative_button: side(negative),
      },
    ],
  };
}

/** The same as buttons that a window can have. */
export function feedbackAsButtons({ elements: [pair] }: FeedbackBlock): SlackBlock {
  const elements = [pair.positive_button, pair.negative_button].map(
    (side, index): SlackButton => ({ type: 'button', action_id: actionId(index), ...side }),
  );
  return { type: 'actions', elements };
}

/** Buttons for what can be done with a story, all of them first: no text makes way for them. */
export function storyActionLayouts(storyId: string, words: Words): readonly (readonly SlackBlock[])[] {
  const all = storyActions(storyId);
  return [all, all.slice(0, Math.ceil(all.length / 2)), []].map((actions) => actionBlocks(actions, words));
}

interface OpenableStory {
  readonly storyId: string;
  readonly headline: string;
}

/** A menu that opens one story, each headline within `titleChars`; no block when there is no story to open. */
export function openStoryBlocks(
  stories: readonly OpenableStory[],
  titleChars: number,
  words: Words,
): readonly SlackBlock[] {
  const options = stories.map((story, index) => openStoryOption(story, index, titleChars, words));
  // Slack refuses options of one value: a story that is named twice is opened by the first.
  const byValue = new Map(options.toReversed().map((option) => [option.value, option]));
  const shown = options
    .filter((option) => byValue.get(option.value) === option && isShort(option))
    .slice(0, slackLimits.selectOptions);
  if (shown.length === 0) return [];
  const placeholder = plainText(words.openStory, slackLimits.placeholderChars);
  return [
    {
      type: 'actions',
      elements: [{ type: 'static_select', action_id: actionId(0), placeholder, options: shown }],
    },
  ];
}

function openStoryOption(
  { storyId, headline }: OpenableStory,
  index: number,
  titleChars: number,
  words: Words,
): SlackOption {
  const title = `${index + 1}. ${readableTitle(headline, titleChars, words)}`;
  const action = { how: 'run', input: { name: 'story', options: { story: storyId } } } as const;
  return {
    text: plainText(title, Math.min(titleChars, slackLimits.optionTextChars)),
    value: buttonValue(action, slackLimits.buttonValueChars),
  };
}

/** What is longer would have to be remembered for each digest; no story of ours has such an id. */
function isShort({ value }: SlackOption): boolean {
  return value.length <= slackLimits.optionValueChars;
}
