import { expect, test } from 'vitest';
import { messageRefusal } from '../../../fakes/slack/blocks/check-message.ts';

const long = (chars: number) => 'x'.repeat(chars);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const repeated = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const richText = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

/** What is just within the limit, what is just over it, and Slack's words for it. */
const limits: readonly (readonly [string, readonly unknown[], readonly unknown[], string])[] = [
  [
    'the blocks of a message',
    repeated(50, section('a')),
    repeated(51, section('a')),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'the text of a section',
    [section(long(3000))],
    [section(long(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty text',
    [section('a')],
    [section('')],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a header',
    [{ type: 'header', text: plain(long(150)) }],
    [{ type: 'header', text: plain(long(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'the kind of text of a header',
    [{ type: 'header', text: plain('a') }],
    [{ type: 'header', text: mrkdwn('a') }],
    'must be one of plain_text [json-pointer:/blocks/0/text/type]',
  ],
  [
    'the elements of a context',
    [{ type: 'context', elements: repeated(10, mrkdwn('a')) }],
    [{ type: 'context', elements: repeated(11, mrkdwn('a')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'the elements of actions',
    [actions(...repeated(25, button()))],
    [actions(...repeated(26, button()))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'a block_id',
    [{ type: 'divider', block_id: long(255) }],
    [{ type: 'divider', block_id: long(256) }],
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'the block_ids of a message',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    repeated(2, { type: 'divider', block_id: 'a' }),
    'block_id "a" already exists [json-pointer:/blocks]',
  ],
  [
    'the text of an image for those who do not see it',
    [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A chart' }],
    [{ type: 'image', image_url: 'https://example.com/a.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'the type of a block',
    [{ type: 'divider' }],
    [{ type: 'banner' }],
    'unsupported type: banner [json-pointer:/blocks/0/type]',
  ],
  [
    'the fields of a block',
    [{ type: 'divider' }],
    [{ type: 'divider', color: 'red' }],
    'additional property "color" not allowed [json-pointer:/blocks/0]',
  ],
  [
    'the address of a link in rich text',
    [richText({ type: 'link', url: 'https://example.com/a', text: 'a' })],
    [richText({ type: 'link', url: 'not an address', text: 'a' })],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/elements/0/url]',
  ],
  [
    'a person in rich text',
    [richText({ type: 'user', user_id: 'U1' })],
    [richText({ type: 'user', user_id: 'Ada Lovelace' })],
    'must be an id of Slack [json-pointer:/blocks/0/elements/0/elements/0/user_id]',
  ],
  [
    'the tables of a message',
    [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }],
    repeated(2, { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }),
    'only_one_table_allowed [json-pointer:/blocks]',
  ],
  [
    'the rows of a table',
    [{ type: 'table', rows: repeated(2, [{ type: 'raw_text', text: 'a' }]) }],
    [
      {
        type: 'table',
        rows: [[{ type: 'raw_text', text: 'a' }], repeated(2, { type: 'raw_text', text: 'a' })],
      },
    ],
    'every row must have as many cells as the first [json-pointer:/blocks/0/rows]',
  ],
];

test.each(limits)('%s have a limit, and what is within it is taken', (_what, within, over, words) => {
  expect(messageRefusal({ text: 'a', blocks: within })).toBeNull();
  expect(messageRefusal({ text: 'a', blocks: over })).toEqual({
    error: 'invalid_blocks',
    messages: expect.arrayContaining([`[ERROR] ${words}`]),
  });
});

test('all blocks of a message have at most 12,000 characters', () => {
  const blocksOf = (chars: number) => {
    const blocks = [section(long(3000)), section(long(3000)), section(long(3000)), section('')];
    const rest = chars - JSON.stringify(blocks).length;
    return [...blocks.slice(0, 3), section(long(rest))];
  };

  expect(messageRefusal({ blocks: blocksOf(12_000) })).toBeNull();
  expect(messageRefusal({ blocks: blocksOf(12_001) })).toEqual({
    error: 'msg_blocks_too_long',
    messages: [],
  });
});

test('a text of more than 40,000 characters is too long', () => {
  expect(messageRefusal({ text: long(40_000) })).toBeNull();
  expect(messageRefusal({ text: long(40_001) })?.error).toBe('msg_too_long');
});

test('a message has a text or blocks', () => {
  expect(messageRefusal({ blocks: [section('a')] })).toBeNull();
  expect(messageRefusal({ text: ' ' })?.error).toBe('no_text');
  expect(messageRefusal({ text: '', blocks: [] })?.error).toBe('no_text');
});

test('blocks are a list of objects', () => {
  expect(messageRefusal({ text: 'a', blocks: {} })?.error).toBe('invalid_blocks_format');
  expect(messageRefusal({ text: 'a', blocks: ['a'] })?.error).toBe('invalid_blocks_format');
});

test('metadata names its type and has a payload', () => {
  expect(
    messageRefusal({ text: 'a', metadata: { event_type: 'a', event_payload: { key: 'k' } } }),
  ).toBeNull();
  expect(messageRefusal({ text: 'a', metadata: { event_payload: {} } })?.error).toBe(
    'invalid_metadata_format',
  );
});

test('a file that the app did not upload cannot be shown', () => {
  const image = { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A chart' };

  expect(messageRefusal({ blocks: [image] }, (id) => id === 'F1')).toBeNull();
  expect(messageRefusal({ blocks: [image] }, () => false)?.messages).toEqual([
    '[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]',
  ]);
});
