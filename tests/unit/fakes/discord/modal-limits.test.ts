import { expect, test } from 'vitest';
import { modalProblems } from '../../../fakes/discord/validate/modal.ts';

const input = (id: string, more: object = {}) => ({ type: 4, custom_id: id, style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: 'Label', component, ...more });
const modal = (...components: readonly object[]) => ({ custom_id: 'form', title: 'Form', components });
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => label(input(id)));
const brief = (data: object) => modalProblems(data).map(({ path, code }) => `${path.join('.')} ${code}`);

test.each([
  [
    'five components',
    modal(...five),
    modal(...five, label(input('f'))),
    'data.components BASE_TYPE_BAD_LENGTH',
  ],
  ['one component at least', modal(label(input('a'))), modal(), 'data.components BASE_TYPE_BAD_LENGTH'],
  [
    'a title of 45',
    { ...modal(...five), title: 'a'.repeat(45) },
    { ...modal(...five), title: 'a'.repeat(46) },
    'data.title BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label of 45',
    modal(label(input('a'), { label: 'a'.repeat(45) })),
    modal(label(input('a'), { label: 'a'.repeat(46) })),
    'data.components.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a value of 4,000',
    modal(label(input('a', { value: 'a'.repeat(4_000) }))),
    modal(label(input('a', { value: 'a'.repeat(4_001) }))),
    'data.components.0.component.value BASE_TYPE_MAX_LENGTH',
  ],
  [
    'selects in labels',
    modal(label({ type: 3, custom_id: 'a', options: [{ label: 'a', value: 'b' }] })),
    modal(label({ type: 2, custom_id: 'a', style: 1, label: 'a' })),
    'data.components.0.component.type UNION_TYPE_CHOICES',
  ],
  [
    'a custom_id once',
    modal(label(input('a')), label(input('b'))),
    modal(label(input('a')), label(input('a'))),
    'data.components COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
])('takes %s, and nothing else', (_, taken, refused, problem) => {
  expect(brief(taken)).toEqual([]);
  expect(brief(refused)).toEqual([problem]);
});
