import { expect, test } from 'vitest';
import { viewRefusal } from '../../../fakes/slack/blocks/check-view.ts';
import { modal, plain } from './slack-for-test.ts';

const long = (chars: number) => 'x'.repeat(chars);
const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
const messagesOf = (view: object) => viewRefusal(view, 'modal')?.messages ?? [];

const limits: readonly (readonly [string, object, object, string])[] = [
  [
    'the title',
    { title: plain(long(24)) },
    { title: plain(long(25)) },
    'less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'the submit button',
    { submit: plain(long(24)) },
    { submit: plain(long(25)) },
    'less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    'the close button',
    { close: plain(long(24)) },
    { close: plain(long(25)) },
    'less than 25 characters [json-pointer:/view/close/text]',
  ],
  [
    'the private metadata',
    { private_metadata: long(3000) },
    { private_metadata: long(3001) },
    'less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'the callback_id',
    { callback_id: long(255) },
    { callback_id: long(256) },
    'less than 256 characters [json-pointer:/view/callback_id]',
  ],
  [
    'the blocks',
    { blocks: dividers(100) },
    { blocks: dividers(101) },
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'what only messages have',
    { blocks: dividers(1) },
    { blocks: [{ type: 'markdown', text: 'a' }] },
    'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
  ],
];

test.each(limits)(
  '%s of a modal have a limit, and what is within it is taken',
  (_what, within, over, words) => {
    expect(viewRefusal({ ...modal(), ...within }, 'modal')).toBeNull();
    expect(messagesOf({ ...modal(), ...over })).toEqual([expect.stringContaining(words)]);
  },
);

test('a modal with inputs has a button to submit it', () => {
  const { submit: _submit, ...without } = modal();

  expect(messagesOf(without)).toEqual([expect.stringContaining('missing required field: submit')]);
});

test('a view has at most 250 kB', () => {
  const section = { type: 'section', text: plain(long(2_600)) };
  const blocks = (count: number) => Array.from({ length: count }, () => section);

  expect(viewRefusal({ type: 'home', blocks: blocks(90) }, 'home')).toBeNull();
  expect(viewRefusal({ type: 'home', blocks: blocks(100) }, 'home')?.error).toBe('view_too_large');
});

test('a home has no title', () => {
  expect(viewRefusal({ type: 'home', blocks: [] }, 'home')).toBeNull();
  expect(viewRefusal({ type: 'home', blocks: [], title: plain('a') }, 'home')?.messages).toEqual([
    '[ERROR] additional property "title" not allowed [json-pointer:/view]',
  ]);
});
