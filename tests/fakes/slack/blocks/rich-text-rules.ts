import {
  also,
  byType,
  fields,
  flag,
  list,
  ok,
  oneOf,
  problem,
  type Rule,
  string,
  url,
  whole,
} from './problems.ts';

// docs.slack.dev/reference/block-kit/blocks/rich-text-block

const style = fields({
  'bold?': flag,
  'italic?': flag,
  'strike?': flag,
  'code?': flag,
  'underline?': flag,
  'highlight?': flag,
  'client_highlight?': flag,
  'unlink?': flag,
});
const styled = { 'style?': style };
const maxChars = 40_000;
const id: Rule = (value, at) =>
  /^[A-Z][A-Z0-9]*$/.test(String(value)) ? ok : problem('must be an id of Slack', at);

const inline = byType(
  {
    text: fields({ text: string(maxChars), ...styled }),
    link: fields({ url, 'text?': string(maxChars), 'unsafe?': flag, ...styled }),
    emoji: fields({ name: string(255), 'unicode?': string(255), 'skin_tone?': whole(1, 6), ...styled }),
    user: fields({ user_id: id, ...styled }),
    usergroup: fields({ usergroup_id: id, ...styled }),
    channel: fields({ channel_id: id, ...styled }),
    broadcast: fields({ range: oneOf('here', 'channel', 'everyone'), ...styled }),
    color: fields({ value: string(7), ...styled }),
    date: fields({
      timestamp: whole(0, Number.MAX_SAFE_INTEGER),
      format: string(255),
      'url?': url,
      'fallback?': string(255),
      ...styled,
    }),
  },
  'an element of rich text',
);

const border = { 'border?': whole(0, 1) };
const section = fields({ elements: list(1000, inline, 0) });

/** A whole rich_text block. */
export const richText: Rule = also(
  fields({
    'block_id?': string(255),
    elements: list(
      1000,
      byType(
        {
          rich_text_section: section,
          rich_text_list: fields({
            style: oneOf('bullet', 'ordered'),
            elements: list(1000, section),
            'indent?': whole(0, 8),
            'offset?': whole(0, 10_000),
            ...border,
          }),
          rich_text_quote: fields({ elements: list(1000, inline, 0), ...border }),
          rich_text_preformatted: fields({
            elements: list(1000, inline, 0),
            'language?': string(255),
            ...border,
          }),
        },
        'a part of rich text',
      ),
      0,
    ),
  }),
  (block, at) => (block['type'] === 'rich_text' ? ok : problem('must be rich_text', `${at}/type`)),
);
