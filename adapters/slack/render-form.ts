import type { CommandForm, CommandOption } from '../../src/domain/command.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { visibleText } from '../../src/domain/text/plain-text.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { InputBlock, PlainText, SlackInput, SlackModal, SlackOption } from './block-types.ts';
import { capitalized } from './capitalized.ts';
import { slackLayout, slackLimits } from './limits.ts';
import { contexts, plainText } from './messages.ts';
import { isChannelId } from './read-origin.ts';

/** What goes with a form; the two texts come back with what is filled in. */
export interface FormContext {
  /** Up to 255 characters (docs.slack.dev/reference/views). */
  readonly callbackId: string;
  /** Up to 3,000 characters. */
  readonly privateMetadata: string;
  readonly language: Language;
}

/** The action_id of each input; its block_id is `optionBlockId`. Both stay as they are when a view is updated. */
export const optionActionId = 'value';
const blockIdPrefix = 'option:';

export function optionBlockId(name: string): string {
  return `${blockIdPrefix}${name}`;
}

/** Which option an input block is for; `null` for any other block. */
export function optionOfBlockId(blockId: string): string | null {
  return blockId.startsWith(blockIdPrefix) ? blockId.slice(blockIdPrefix.length) : null;
}

/** A window in which a command is filled in: one input an option, with its present value. Pure. */
export function renderForm({ definition, values }: CommandForm, context: FormContext): SlackModal {
  const words = wordsOf(context.language);
  return {
    type: 'modal',
    callback_id: context.callbackId,
    private_metadata: context.privateMetadata,
    title: viewTitle(definition.name),
    submit: plainText(words.submit, slackLimits.viewTitleChars),
    close: plainText(words.close, slackLimits.viewTitleChars),
    blocks: [
      ...contexts([definition.help]),
      ...definition.options.map((option) => inputBlock(option, values[option.name] ?? '')),
    ],
  };
}

/** A title of a view, cut at a word, with a capital. */
export function viewTitle(text: string): PlainText {
  return plainText(shortened(capitalized(text), slackLimits.viewTitleChars), slackLimits.viewTitleChars);
}

/**
 * The value is shown without what cannot be seen, which could reorder it or hide a part of it, and comes back without it: where
 * that makes it another than the present one, the input says so.
 */
function inputBlock(option: CommandOption, present: string): InputBlock {
  const value = visibleText(present).toWellFormed();
  const element = inputOf(option, value);
  const isShown = element.type !== 'plain_text_input' || element.initial_value !== undefined || value === '';
  const hint = [
    option.help,
    ...(isShown ? [] : ['The present value is too long to be shown here.']),
    ...(value === present ? [] : ['Characters of it that cannot be seen are left out.']),
  ].join(' ');
  return {
    type: 'input',
    block_id: optionBlockId(option.name),
    label: plainText(capitalized(option.name.replaceAll('-', ' ')), slackLimits.inputLabelChars),
    hint: plainText(hint, slackLimits.inputHintChars),
    optional: option.isFlag || !option.isRequired,
    element,
  };
}

function inputOf(option: CommandOption, value: string): SlackInput {
  if (option.isFlag) return checkbox(option, value);
  if (isOwnChannel(option, value)) return channelSelect(value);
  const isShort = value.length <= slackLimits.optionValueChars;
  if (option.completes !== null && option.completes !== 'channel' && isShort) return externalSelect(value);
  if (fitsSelect(option.choices, value)) return choiceSelect(option.choices, value);
  return textInput(value);
}

function checkbox({ name }: CommandOption, value: string): SlackInput {
  const options = [optionOf('true', capitalized(name.replaceAll('-', ' ')))];
  const isSet = value === 'true';
  return {
    type: 'checkboxes',
    action_id: optionActionId,
    options,
    ...(isSet ? { initial_options: options } : {}),
  };
}

/**
 * The channel that a command is about, which is the one that somebody is in where they choose none. Any other option may
 * hold more than a channel, and must not be filled in by opening a form.
 */
function isOwnChannel({ completes, name }: CommandOption, value: string): boolean {
  return completes === 'channel' && name === 'channel' && (value === '' || isChannelId(value));
}

/** Channels, and nobody's direct messages: the bot cannot write into those between people. */
function channelSelect(value: string): SlackInput {
  return {
    type: 'conversations_select',
    action_id: optionActionId,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(value !== '' ? { initial_conversation: value } : { default_to_current_conversation: true }),
  };
}

function externalSelect(value: string): SlackInput {
  return {
    type: 'external_select',
    action_id: optionActionId,
    min_query_length: 0,
    ...(value === '' ? {} : { initial_option: optionOf(value, value) }),
  };
}

/** A present value that is none of the choices would be lost in a menu. */
function fitsSelect(choices: readonly string[], value: string): boolean {
  return (
    choices.length > 0 &&
    choices.length <= slackLimits.selectOptions &&
    choices.every((choice) => choice !== '' && choice.length <= slackLimits.optionValueChars) &&
    (value === '' || choices.includes(value))
  );
}

function choiceSelect(choices: readonly string[], value: string): SlackInput {
  return {
    type: 'static_select',
    action_id: optionActionId,
    options: choices.map((choice) => optionOf(choice, choice)),
    ...(value === '' ? {} : { initial_option: optionOf(value, value) }),
  };
}

/** The value itself is not escaped: it is no text object, and is given back as it is. */
function textInput(value: string): SlackInput {
  const isShown = value !== '' && value.length <= slackLimits.inputValueChars;
  return {
    type: 'plain_text_input',
    action_id: optionActionId,
    multiline: value.length > slackLayout.oneLineChars || value.includes('\n'),
    max_length: slackLimits.inputValueChars,
    ...(isShown ? { initial_value: value } : {}),
  };
}

function optionOf(value: string, label: string): SlackOption {
  const text = readableLine(label) === '' ? '–' : label;
  return { text: plainText(text, slackLimits.optionTextChars), value };
}
