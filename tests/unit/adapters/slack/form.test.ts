import { expect, test } from 'vitest';
import type { SlackModal } from '../../../../adapters/slack/block-types.ts';
import { readForm } from '../../../../adapters/slack/read-form.ts';
import { optionOfBlockId, renderForm } from '../../../../adapters/slack/render-form.ts';
import type { CommandDefinition } from '../../../../src/domain/command.ts';
import { viewRefusal } from '../../../fakes/slack/blocks/check-view.ts';
import { sampleOption } from '../../../fixtures/sample-option.ts';

const option = sampleOption('query', { help: 'Words.' });

const definition: CommandDefinition = {
  name: 'watch add',
  help: 'Saves a watch.',
  who: 'admins',
  options: [
    { ...option, isRequired: true },
    { ...option, name: 'cadence', choices: ['realtime', 'digest'] },
    { ...option, name: 'confirm', isFlag: true },
    { ...option, name: 'channel', completes: 'channel' },
    { ...option, name: 'story', completes: 'story' },
    { ...option, name: 'max-stories' },
  ],
};

function formOf(values: Readonly<Record<string, string>>, language: 'en' | 'de' = 'en'): SlackModal {
  const context = { callbackId: 'form', privateMetadata: '{"a":1}', language };
  const view = renderForm({ kind: 'form', definition, values }, context);
  expect(viewRefusal(view, 'modal')).toBeNull();
  return view;
}

function inputsOf({ blocks }: SlackModal) {
  return blocks.flatMap((block) => (block.type === 'input' ? [block] : []));
}

test('makes an input of each option, of the kind that its values ask for', () => {
  const view = formOf({});
  const inputs = inputsOf(view);

  expect(view).toMatchObject({
    callback_id: 'form',
    private_metadata: '{"a":1}',
    title: { text: 'Watch add' },
    submit: { text: 'Run' },
  });
  expect(inputs.map(({ element }) => element.type)).toEqual([
    ...['plain_text_input', 'static_select', 'checkboxes', 'conversations_select', 'external_select'],
    'plain_text_input',
  ]);
  expect(inputs.map(({ optional }) => optional)).toEqual([false, true, true, true, true, true]);
  expect(inputs[5]).toMatchObject({
    block_id: 'option:max-stories',
    label: { text: 'Max stories' },
    hint: { text: 'Words.' },
    element: { action_id: 'value', max_length: 3000 },
  });
});

test('names the buttons of a form in the language', () => {
  expect(formOf({}, 'de')).toMatchObject({ submit: { text: 'Ausführen' }, close: { text: 'Schließen' } });
});

test('offers channels alone, the present one first', () => {
  const [, , , channel] = inputsOf(formOf({}));
  const [, , , given] = inputsOf(formOf({ channel: 'C123' }));

  expect(channel?.element).toMatchObject({
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    default_to_current_conversation: true,
  });
  expect(given?.element).toMatchObject({ initial_conversation: 'C123' });
});

test('asks for suggestions from the first letter on', () => {
  const [, , , , story] = inputsOf(formOf({ story: 's1' }));

  expect(story?.element).toMatchObject({ min_query_length: 0, initial_option: { value: 's1' } });
});

test('gives a long value several lines, and a short one a single line', () => {
  const isMultiline = (value: string) =>
    JSON.stringify(inputsOf(formOf({ query: value }))[0]).includes(':true,"max');

  expect(isMultiline('license AND chip')).toBe(false);
  expect(isMultiline('license AND chip '.repeat(5))).toBe(true);
});

test('shows no value that is too long for an input, and says so', () => {
  const [query] = inputsOf(formOf({ query: 'word '.repeat(700) }));

  expect(query?.element).not.toHaveProperty('initial_value');
  expect(query?.hint.text).toBe('Words. The present value is too long to be shown here.');
});

test('keeps a value that is none of the choices, as text', () => {
  const [, cadence] = inputsOf(formOf({ cadence: 'hourly' }));

  expect(cadence?.element).toMatchObject({ type: 'plain_text_input', initial_value: 'hourly' });
});

test('cuts a long title at a word', () => {
  const long = { ...definition, name: 'deliveries approve everything' };
  const view = renderForm(
    { kind: 'form', definition: long, values: {} },
    { callbackId: 'form', privateMetadata: '', language: 'en' },
  );

  expect(view.title.text).toBe('Deliveries approve…');
});

const filled = {
  query: 'license AND "chip firms"\nOR <b>',
  cadence: 'digest',
  confirm: 'true',
  channel: 'C123',
  story: 'story-1',
  'max-stories': '7',
};

test.each([{}, { query: 'a' }, filled])('gives back the values %j that a form was opened with', (values) => {
  const state = stateOf(formOf(values));

  expect(readForm(state, definition)).toEqual(values);
});

test('shows a value without what cannot be seen, says so, and reads it back without it', () => {
  const [query] = inputsOf(formOf({ query: 'chip\u202E gnip\u200B\u0007 OR\nlaser' }));
  const [plain] = inputsOf(formOf({ query: 'chip' }));
  const state = { values: { 'option:query': { value: { value: 'a\u2066b\u00ADc' } } } };

  expect(query?.element).toMatchObject({ initial_value: 'chip gnip OR\nlaser' });
  expect(query?.hint.text).toBe('Words. Characters of it that cannot be seen are left out.');
  expect(plain?.hint.text).toBe('Words.');
  expect(readForm(state, definition)).toEqual({ query: 'abc' });
});

test.each(['cadence', 'story'])('shows a present %s without what cannot be seen', (name) => {
  const shown = JSON.stringify(inputsOf(formOf({ [name]: 'a\u202Eb' })));

  expect(shown).toContain('"ab"');
  expect(shown).not.toContain('\u202E');
});

test('leaves out what was emptied, and reads nothing from a state that is none', () => {
  const state = {
    values: {
      'option:query': { value: { type: 'plain_text_input', value: ' ' } },
      'option:cadence': { value: { type: 'static_select', selected_option: null } },
      'option:confirm': { value: { type: 'checkboxes', selected_options: [] } },
      'option:other': { value: { type: 'plain_text_input', value: 'unknown' } },
    },
  };

  expect(readForm(state, definition)).toEqual({});
  expect([null, 'x', { values: 3 }].map((broken) => readForm(broken, definition))).toEqual([{}, {}, {}]);
});

test('names the option of an input by its block', () => {
  expect(inputsOf(formOf({})).map(({ block_id }) => optionOfBlockId(block_id))).toEqual(
    definition.options.map(({ name }) => name),
  );
  expect(optionOfBlockId('x7Tk')).toBeNull();
});

/** What Slack sends when somebody submits a view as it was opened. */
function stateOf(view: SlackModal): unknown {
  const values = inputsOf(view).map(({ block_id, element }) => [block_id, { value: stateOfInput(element) }]);
  return { values: Object.fromEntries(values) };
}

function stateOfInput(element: ReturnType<typeof inputsOf>[number]['element']) {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: element.initial_value ?? null };
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'static_select':
    case 'external_select':
      return { type, selected_option: element.initial_option ?? null };
  }
}
