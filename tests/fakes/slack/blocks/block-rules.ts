import { isObject, listOf } from '../json.ts';
import { elementRules, imageElement } from './element-rules.ts';
import {
  also,
  anyText,
  byType,
  fields,
  flag,
  list,
  ok,
  oneOf,
  problem,
  type Rule,
  string,
  text,
  url,
  whole,
} from './problems.ts';
import { richText } from './rich-text-rules.ts';

// docs.slack.dev/reference/block-kit/blocks, with the limits that they name.

const id = { 'block_id?': string(255) };

function elements(...types: readonly string[]): Rule {
  const rules = types.flatMap((type) => {
    const rule = elementRules[type];
    return rule ? [[type, rule] as const] : [];
  });
  return byType(Object.fromEntries(rules), 'an element of this block');
}

const pickers = [
  ...['static_select', 'external_select', 'users_select', 'channels_select', 'conversations_select'],
  ...['multi_static_select', 'multi_external_select', 'multi_users_select', 'multi_conversations_select'],
  ...['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'],
];
const inputs = [
  ...pickers,
  ...['plain_text_input', 'url_text_input', 'email_text_input', 'number_input', 'rich_text_input'],
];

const cell = byType(
  {
    raw_text: fields({ text: string(2000) }),
    raw_number: fields({
      value: (value, at) => (typeof value === 'number' ? ok : problem('must be a number', at)),
      text: string(2000),
    }),
    rich_text: richText,
  },
  'a cell',
);

const contextItem = byType(
  {
    image: imageElement,
    plain_text: text(2000, 'plain_text'),
    mrkdwn: text(2000, 'mrkdwn'),
  },
  'an element of context',
);

/** All rows as long as the first; a table has 10,000 characters at the most. */
const evenRows: (rule: Rule) => Rule = (rule) =>
  also(rule, (block, at) => {
    const rows = listOf(block['rows']).map(listOf);
    const isEven = rows.every((row) => row.length === rows[0]?.length);
    const chars = rows.flat().reduce<number>((sum, each) => sum + charsOf(each), 0);
    return [
      ...(isEven ? ok : problem('every row must have as many cells as the first', `${at}/rows`)),
      ...(chars > 10_000 ? problem('must be less than 10001 characters in all cells', `${at}/rows`) : ok),
    ];
  });

function charsOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charsOf(each), 0);
  if (!isObject(value)) return 0;
  const own = typeof value['text'] === 'string' ? value['text'].length : 0;
  return own + Object.values(value).reduce<number>((sum, each) => sum + charsOf(each), 0);
}

export const blockRules: Readonly<Record<string, Rule>> = {
  actions: fields({ ...id, elements: list(25, elements('button', 'overflow', ...pickers)) }),
  alert: fields({
    ...id,
    text: anyText(3000),
    'level?': oneOf('default', 'info', 'warning', 'error', 'success'),
  }),
  context: fields({ ...id, elements: list(10, contextItem) }),
  context_actions: fields({ ...id, elements: list(5, elements('feedback_buttons', 'icon_button')) }),
  data_table: evenRows(
    fields({
      ...id,
      caption: string(3000),
      rows: list(201, list(20, cell), 2),
      'page_size?': whole(1, 100),
      'row_header_column_index?': whole(0, 19),
    }),
  ),
  divider: fields(id),
  header: fields({ ...id, text: text(150) }),
  image: also(
    fields({
      ...id,
      'image_url?': url,
      'slack_file?': fields({ 'id?': string(255), 'url?': url }),
      alt_text: string(2000),
      'title?': text(2000),
    }),
    (image, at) =>
      (image['image_url'] === undefined) === (image['slack_file'] === undefined)
        ? problem('must provide either image_url or slack_file', at)
        : ok,
  ),
  input: fields({
    ...id,
    label: text(2000),
    'hint?': text(2000),
    'optional?': flag,
    'dispatch_action?': flag,
    element: elements(...inputs),
  }),
  markdown: fields({ ...id, text: string(12_000) }),
  rich_text: richText,
  section: also(
    fields({
      ...id,
      'text?': anyText(3000),
      'fields?': list(10, anyText(2000)),
      'accessory?': elements('button', 'image', 'overflow', ...pickers),
      'expand?': flag,
    }),
    (block, at) =>
      block['text'] === undefined && block['fields'] === undefined
        ? problem('must provide either text or fields', at)
        : ok,
  ),
  table: evenRows(
    fields({
      ...id,
      rows: list(100, list(20, cell)),
      'column_settings?': list(
        20,
        fields({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': flag }),
        0,
      ),
    }),
  ),
};
