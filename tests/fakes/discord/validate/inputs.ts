import {
  all,
  type Check,
  choiceOf,
  flag,
  integer,
  jsonOf,
  jsonsOf,
  list,
  optional,
  shape,
  snowflake,
  text,
  url,
  wrong,
} from './fields.ts';

export const customId = text(1, 100);
const emoji = optional(shape({ id: optional(snowflake), name: optional(text(1, 100)) }));
const componentId = optional(integer(0, 2_147_483_647));

const link = shape({
  id: componentId,
  label: optional(text(0, 80)),
  url: url(512, ['http', 'https', 'discord']),
  emoji,
  disabled: optional(flag),
});
const press = shape({
  id: componentId,
  label: optional(text(0, 80)),
  custom_id: customId,
  emoji,
  disabled: optional(flag),
});

/** Styles 1 to 4 carry a custom_id, 5 an address; premium buttons (6) are not for this bot. */
export const button: Check = (value, path) => {
  const { style, custom_id: id, url: address, label, emoji: picture } = jsonOf(value);
  const problems = [...choiceOf(1, 2, 3, 4, 5)(style, [...path, 'style'])];
  if (problems.length) return problems;
  if (!label && !picture)
    problems.push(
      ...wrong(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji.'),
    );
  if (id !== undefined && address !== undefined)
    problems.push(
      ...wrong(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      ),
    );
  return [...problems, ...(style === 5 ? link : press)(value, path)];
};

function option(max: number) {
  const item = shape({
    label: text(1, 100),
    value: text(1, 100),
    description: optional(text(0, max)),
    default: optional(flag),
    emoji,
  });
  return item;
}

const differentValues: Check = (value, path) => {
  const values = jsonsOf(jsonOf(value)['options']).map((item) => item['value']);
  return values.flatMap((item, index) =>
    values.indexOf(item) === index
      ? []
      : wrong(
          [...path, 'options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        ),
  );
};

const minBelowMax: Check = (value, path) => {
  const { min_values: min = 1, max_values: max = 1 } = jsonOf(value);
  return Number(min) <= Number(max)
    ? []
    : wrong([...path, 'min_values'], 'COMPONENT_MIN_VALUES_TOO_LARGE', 'Must be at most max_values.');
};

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: optional(text(0, 150)),
  min_values: optional(integer(0, 25)),
  max_values: optional(integer(1, 25)),
  disabled: optional(flag),
  required: optional(flag),
};
const stringSelect = all(
  shape({ ...selectFields, options: list(option(100), 1, 25) }),
  differentValues,
  minBelowMax,
);
const entitySelect = all(
  shape({ ...selectFields, channel_types: optional(list(integer(0, 20), 0, 20)) }),
  minBelowMax,
);

/** The checks of the selects by type: of strings, users, roles, mentionables, channels. */
export const selects: ReadonlyMap<unknown, Check> = new Map([
  [3, stringSelect],
  [5, entitySelect],
  [6, entitySelect],
  [7, entitySelect],
  [8, entitySelect],
]);

const textInputFields = {
  id: componentId,
  custom_id: customId,
  style: choiceOf(1, 2),
  min_length: optional(integer(0, 4_000)),
  max_length: optional(integer(1, 4_000)),
  required: optional(flag),
  value: optional(text(0, 4_000)),
  placeholder: optional(text(0, 100)),
};
/** In an action row, where it has its own label. */
export const labeledTextInput = shape({ ...textInputFields, label: text(1, 45) });

const bareTextInput = all(shape(textInputFields), (value, path) =>
  jsonOf(value)['label'] === undefined
    ? []
    : wrong(
        [...path, 'label'],
        'COMPONENT_LABEL_NOT_ALLOWED',
        'A text input in a label has no label of its own.',
      ),
);
const group = (min: number) =>
  all(
    shape({
      id: componentId,
      custom_id: customId,
      required: optional(flag),
      options: list(option(100), min, 10),
    }),
    differentValues,
  );

/** What a label of a modal may hold, by type. */
export const labelInputs: ReadonlyMap<unknown, Check> = new Map([
  ...selects,
  [4, bareTextInput],
  [19, shape({ id: componentId, custom_id: customId })],
  [21, group(2)],
  [22, group(1)],
  [23, shape({ id: componentId, custom_id: customId, default: optional(flag) })],
]);
