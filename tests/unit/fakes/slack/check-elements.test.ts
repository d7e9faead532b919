import { expect, test } from 'vitest';
import { messageRefusal } from '../../../fakes/slack/blocks/check-message.ts';

const long = (chars: number) => 'x'.repeat(chars);
const plain = (text: string) => ({ type: 'plain_text', text });
const repeated = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const option = (value: string, text = 'Option') => ({ text: plain(text), value });
const select = (more: object) => actions({ type: 'static_select', options: [option('a')], ...more });
const input = (more: object, element: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element: { type: 'plain_text_input', ...element },
  ...more,
});

/** What is just within the limit, what is just over it, and Slack's words for it. */
const limits: readonly (readonly [string, readonly unknown[], readonly unknown[], string])[] = [
  [
    'the text of a button',
    [actions(button({ text: plain(long(75)) }))],
    [actions(button({ text: plain(long(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'the value of a button',
    [actions(button({ value: long(2000) }))],
    [actions(button({ value: long(2001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'an action_id',
    [actions(button({ action_id: long(255) }))],
    [actions(button({ action_id: long(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'the action_ids of a block',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    '`action_id` "a" already exists [json-pointer:/blocks/0]',
  ],
  [
    'the text of an option',
    [select({ options: [option('a', long(75))] })],
    [select({ options: [option('a', long(76))] })],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'the options of a select',
    [select({ options: repeated(100, option('a')) })],
    [select({ options: repeated(101, option('a')) })],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'the placeholder of a select',
    [select({ placeholder: plain(long(150)) })],
    [select({ placeholder: plain(long(151)) })],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    'the first choice of a select',
    [select({ initial_option: option('a') })],
    [select({ initial_option: option('b') })],
    'initial option must be one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'the options of an overflow menu',
    [actions({ type: 'overflow', options: repeated(5, option('a')) })],
    [actions({ type: 'overflow', options: repeated(6, option('a')) })],
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'the label of an input',
    [input({ label: plain(long(2000)) })],
    [input({ label: plain(long(2001)) })],
    'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  ],
  [
    'the first text of an input',
    [input({}, { initial_value: long(3000) })],
    [input({}, { initial_value: long(3001) })],
    'must be less than 3001 characters [json-pointer:/blocks/0/element/initial_value]',
  ],
  [
    'the most that an input takes',
    [input({}, { max_length: 3000 })],
    [input({}, { max_length: 3001 })],
    'must be a whole number from 1 to 3000 [json-pointer:/blocks/0/element/max_length]',
  ],
  [
    'the type of an element',
    [actions(button())],
    [actions({ type: 'slider' })],
    'unsupported type: slider (an element of this block) [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'feedback buttons',
    [{ type: 'context_actions', elements: [feedback('yes')] }],
    [{ type: 'context_actions', elements: [feedback(long(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/positive_button/value]',
  ],
];

function feedback(value: string) {
  return {
    type: 'feedback_buttons',
    positive_button: { text: plain('Good'), value },
    negative_button: { text: plain('Bad'), value: 'no' },
  };
}

test.each(limits)('%s have a limit, and what is within it is taken', (_what, within, over, words) => {
  expect(messageRefusal({ text: 'a', blocks: within })).toBeNull();
  expect(messageRefusal({ text: 'a', blocks: over })).toEqual({
    error: 'invalid_blocks',
    messages: expect.arrayContaining([`[ERROR] ${words}`]),
  });
});
