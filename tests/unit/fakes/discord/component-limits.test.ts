import { expect, test } from 'vitest';
import { componentsV2, legacyComponents } from '../../../fakes/discord/validate/components.ts';
import type { FieldError } from '../../../fakes/discord/validate/fields.ts';

const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: id,
  ...more,
});
const row = (...components: readonly object[]) => ({ type: 1, components });
const text = (chars: number) => ({ type: 10, content: 'a'.repeat(chars) });
const select = (options: readonly object[], more: object = {}) =>
  row({ type: 3, custom_id: 'select', options, ...more });
const option = (value: string, more: object = {}) => ({ label: 'One', value, ...more });

const brief = (problems: readonly FieldError[]) =>
  problems.map(({ path, code }) => `${path.join('.')} ${code}`);

const rows = [
  [
    'five rows',
    many(5, (index) => row(button(`${index}`))),
    many(6, (index) => row(button(`${index}`))),
    ' BASE_TYPE_MAX_LENGTH',
  ],
  [
    'five buttons in a row',
    [row(...many(5, (index) => button(`${index}`)))],
    [row(...many(6, (index) => button(`${index}`)))],
    '0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom_id of 100',
    [row(button('a'.repeat(100)))],
    [row(button('a'.repeat(101)))],
    '0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom_id once',
    [row(button('a'), button('b'))],
    [row(button('a')), row(button('a'))],
    ' COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a label of 80',
    [row(button('a', { label: 'a'.repeat(80) }))],
    [row(button('a', { label: 'a'.repeat(81) }))],
    '0.components.0.label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a select alone in its row',
    [select([option('a')])],
    [row({ type: 3, custom_id: 's', options: [option('a')] }, button('b'))],
    '0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '25 options',
    [select(many(25, (index) => option(`${index}`)))],
    [select(many(26, (index) => option(`${index}`)))],
    '0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option label of 100',
    [select([option('a', { label: 'a'.repeat(100) })])],
    [select([option('a', { label: 'a'.repeat(101) })])],
    '0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option value once',
    [select([option('a'), option('b')])],
    [select([option('a'), option('a')])],
    '0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a link of 512',
    [row({ type: 2, style: 5, label: 'a', url: `https://a.test/${'a'.repeat(497)}` })],
    [row({ type: 2, style: 5, label: 'a', url: `https://a.test/${'a'.repeat(498)}` })],
    '0.components.0.url BASE_TYPE_BAD_LENGTH',
  ],
  [
    'links to the web',
    [row({ type: 2, style: 5, label: 'a', url: 'https://a.test' })],
    [row({ type: 2, style: 5, label: 'a', url: 'javascript://a' })],
    '0.components.0.url URL_TYPE_INVALID_SCHEME',
  ],
] as const;

test.each(rows)('takes %s, and no more', (_, taken, refused, problem) => {
  expect(brief(legacyComponents(taken, []))).toEqual([]);
  expect(brief(legacyComponents(refused, []))).toEqual([problem]);
});

const container = (...components: readonly object[]) => ({ type: 17, components });
const layouts = [
  [
    '40 components, nested ones included',
    [container(...many(39, () => text(1)))],
    [container(...many(39, () => text(1))), text(1)],
    ' COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4,000 characters of text',
    [text(2_000), container(text(2_000))],
    [text(2_000), container(text(2_001))],
    ' COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a section with an accessory',
    [{ type: 9, components: [text(1)], accessory: button('a') }],
    [{ type: 9, components: [text(1)] }],
    '0.accessory BASE_TYPE_REQUIRED',
  ],
  [
    'no container in a container',
    [container(text(1))],
    [container(container(text(1)))],
    '0.components.0.type UNION_TYPE_CHOICES',
  ],
] as const;

test.each(layouts)('takes %s, and no more', (_, taken, refused, problem) => {
  expect(brief(componentsV2(taken, []))).toEqual([]);
  expect(brief(componentsV2(refused, []))).toEqual([problem]);
});
