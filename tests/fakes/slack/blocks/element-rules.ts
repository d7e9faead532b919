import { listOf, objectOf } from '../json.ts';
import {
  also,
  anyText,
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

// docs.slack.dev/reference/block-kit/block-elements and /composition-objects, with the limits that they name.

const confirm = fields({
  title: text(100),
  text: anyText(300),
  confirm: text(30),
  deny: text(30),
  'style?': oneOf('primary', 'danger'),
});
const action = { 'action_id?': string(255) };
const picked = { ...action, 'confirm?': confirm, 'focus_on_load?': flag };
const menu = { ...picked, 'placeholder?': text(150) };

const option = fields({
  text: text(75),
  value: string(150),
  'description?': text(75),
});
const overflowOption = fields({ text: text(75), value: string(150), 'description?': text(75), 'url?': url });
const richOption = fields({ text: anyText(75), value: string(150), 'description?': anyText(75) });
const group = fields({ label: text(75), options: list(100, option) });
export const optionList = list(100, option, 0);
export const groupList = list(100, group, 0);

const filter = fields({
  'include?': list(4, oneOf('im', 'mpim', 'private', 'public')),
  'exclude_bot_users?': flag,
  'exclude_external_shared_channels?': flag,
});

const staticMenu = { ...menu, 'options?': list(100, option), 'option_groups?': list(100, group) };

function oneSource(rule: Rule): Rule {
  return also(rule, (element, at) =>
    (element['options'] === undefined) === (element['option_groups'] === undefined)
      ? problem('must provide either options or option_groups', at)
      : ok,
  );
}

/** The option that is chosen at first must be one of the options, word for word. */
function initialIsAnOption(rule: Rule): Rule {
  return also(rule, (element, at) => {
    const groups = listOf(element['option_groups']).flatMap((each) => listOf(objectOf(each)['options']));
    const options = new Set([...listOf(element['options']), ...groups].map((each) => JSON.stringify(each)));
    const initial = element['initial_option'] === undefined ? [] : [element['initial_option']];
    return [...initial, ...listOf(element['initial_options'])].every((each) =>
      options.has(JSON.stringify(each)),
    )
      ? ok
      : problem('initial option must be one of the options', at);
  });
}

const feedbackButton = fields({ text: text(75), value: string(2000), 'accessibility_label?': string(75) });
const textInput = {
  ...action,
  'focus_on_load?': flag,
  'placeholder?': text(150),
  'initial_value?': string(3000, 0),
  'dispatch_action_config?': fields({
    'trigger_actions_on?': list(2, oneOf('on_enter_pressed', 'on_character_entered')),
  }),
};

export const imageElement = also(
  fields({
    'image_url?': url,
    'slack_file?': fields({ 'id?': string(255), 'url?': url }),
    alt_text: string(2000),
  }),
  (image, at) =>
    (image['image_url'] === undefined) === (image['slack_file'] === undefined)
      ? problem('must provide either image_url or slack_file', at)
      : ok,
);

export const elementRules: Readonly<Record<string, Rule>> = {
  button: fields({
    ...action,
    text: text(75),
    'value?': string(2000),
    'url?': url,
    'style?': oneOf('primary', 'danger'),
    'confirm?': confirm,
    'accessibility_label?': string(75),
  }),
  overflow: fields({ ...action, options: list(5, overflowOption), 'confirm?': confirm }),
  static_select: initialIsAnOption(oneSource(fields({ ...staticMenu, 'initial_option?': option }))),
  multi_static_select: initialIsAnOption(
    oneSource(
      fields({ ...staticMenu, 'initial_options?': list(100, option), 'max_selected_items?': whole(1, 100) }),
    ),
  ),
  external_select: fields({ ...menu, 'initial_option?': option, 'min_query_length?': whole(0, 3000) }),
  multi_external_select: fields({
    ...menu,
    'initial_options?': list(100, option),
    'min_query_length?': whole(0, 3000),
    'max_selected_items?': whole(1, 100),
  }),
  users_select: fields({ ...menu, 'initial_user?': string(255) }),
  channels_select: fields({ ...menu, 'initial_channel?': string(255), 'response_url_enabled?': flag }),
  conversations_select: fields({
    ...menu,
    'initial_conversation?': string(255),
    'default_to_current_conversation?': flag,
    'response_url_enabled?': flag,
    'filter?': filter,
  }),
  multi_users_select: fields({
    ...menu,
    'initial_users?': list(100, string(255)),
    'max_selected_items?': whole(1, 100),
  }),
  multi_conversations_select: fields({
    ...menu,
    'initial_conversations?': list(100, string(255)),
    'default_to_current_conversation?': flag,
    'max_selected_items?': whole(1, 100),
    'filter?': filter,
  }),
  checkboxes: initialIsAnOption(
    fields({ ...picked, options: list(10, richOption), 'initial_options?': list(10, richOption) }),
  ),
  radio_buttons: initialIsAnOption(
    fields({ ...picked, options: list(10, richOption), 'initial_option?': richOption }),
  ),
  datepicker: fields({ ...menu, 'initial_date?': string(10) }),
  timepicker: fields({ ...menu, 'initial_time?': string(5), 'timezone?': string(255) }),
  plain_text_input: fields({
    ...textInput,
    'multiline?': flag,
    'min_length?': whole(0, 3000),
    'max_length?': whole(1, 3000),
  }),
  url_text_input: fields(textInput),
  email_text_input: fields(textInput),
  number_input: fields({
    ...textInput,
    is_decimal_allowed: flag,
    'min_value?': string(255),
    'max_value?': string(255),
  }),
  rich_text_input: fields({ ...menu, 'initial_value?': richText }),
  image: imageElement,
  feedback_buttons: fields({ ...action, positive_button: feedbackButton, negative_button: feedbackButton }),
  icon_button: fields({
    ...action,
    icon: oneOf('trash'),
    text: text(75),
    'value?': string(2000),
    'confirm?': confirm,
    'accessibility_label?': string(75),
    'visible_to_user_ids?': list(100, string(255)),
  }),
};
