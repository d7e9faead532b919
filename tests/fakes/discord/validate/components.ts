import type { Json } from '../records.ts';
import {
  all,
  type Check,
  charsOf,
  flag,
  integer,
  isJson,
  jsonOf,
  jsonsOf,
  list,
  optional,
  shape,
  text,
  textOf,
  url,
  wrong,
} from './fields.ts';
import { button, selects } from './inputs.ts';

// docs.discord.com/developers/components/reference.
const maxComponents = 40;
const maxTextChars = 4_000;
const maxRows = 5;

/** The check of the item's type; Discord names the types that the place allows. */
export function byType(checks: ReadonlyMap<unknown, Check>): Check {
  return (value, path) => {
    const check = isJson(value) ? checks.get(value['type']) : undefined;
    const types = [...checks.keys()].join(', ');
    return check
      ? check(value, path)
      : wrong([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types}).`);
  };
}

const oneWidth: Check = (value, path) => {
  const parts = jsonsOf(jsonOf(value)['components']);
  return parts.length > 1 && parts.some((part) => part['type'] !== 2)
    ? wrong(
        [...path, 'components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      )
    : [];
};
const rowItem = byType(new Map<unknown, Check>([[2, button], ...selects]));
const row = all(shape({ components: list(rowItem, 1, 5) }), oneWidth);

export const textDisplay = shape({ content: text(1, 4_000) });
const anyMedia = shape({ url: url(2_048, ['http', 'https', 'attachment']) });
const thumbnail = shape({ media: anyMedia, description: optional(text(1, 1_024)), spoiler: optional(flag) });
const section = shape({
  components: list(byType(new Map([[10, textDisplay]])), 1, 3),
  accessory: byType(
    new Map<unknown, Check>([
      [2, button],
      [11, thumbnail],
    ]),
  ),
});
const gallery = shape({
  items: list(shape({ media: anyMedia, description: optional(text(1, 1_024)) }), 1, 10),
});
const file = shape({ file: shape({ url: url(2_048, ['attachment']) }) });
const separator = shape({ divider: optional(flag), spacing: optional(integer(1, 2)) });
const inContainer = new Map<unknown, Check>([
  [1, row],
  [9, section],
  [10, textDisplay],
  [12, gallery],
  [13, file],
  [14, separator],
]);
const container = shape({
  components: list(byType(inContainer), 1, maxComponents),
  accent_color: optional(integer(0, 0xffffff)),
  spoiler: optional(flag),
});

/** Every component, nested ones and accessories included, in the order of reading. */
export function everyComponent(components: unknown): readonly Json[] {
  return jsonsOf(components).flatMap((component) => [
    component,
    ...everyComponent(component['components']),
    ...everyComponent([component['accessory'], component['component']]),
  ]);
}

/** What the text displays say, in the order of reading. */
export function displayedTexts(components: unknown): readonly string[] {
  return everyComponent(components).flatMap((part) => (part['type'] === 10 ? [textOf(part['content'])] : []));
}

export const differentCustomIds: Check = (value, path) => {
  const ids = everyComponent(value).flatMap((part) =>
    part['custom_id'] === undefined ? [] : [part['custom_id']],
  );
  return new Set(ids).size === ids.length
    ? []
    : wrong(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
};

const fitsAll: Check = (value, path) =>
  everyComponent(value).length <= maxComponents
    ? []
    : wrong(
        path,
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components exceeds ${maxComponents}.`,
      );

const fitsText: Check = (value, path) =>
  displayedTexts(value).reduce((sum, part) => sum + charsOf(part), 0) <= maxTextChars
    ? []
    : wrong(
        path,
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The displayable text size of this message's components exceeds the maximum size of ${maxTextChars}`,
      );

/** Of a message without the flag of Components V2: action rows only. */
export const legacyComponents: Check = all(list(byType(new Map([[1, row]])), 0, maxRows), differentCustomIds);

/** Of a message with it. */
export const componentsV2: Check = all(
  list(byType(new Map<unknown, Check>([...inContainer, [17, container]])), 0, maxComponents),
  fitsAll,
  fitsText,
  differentCustomIds,
);
