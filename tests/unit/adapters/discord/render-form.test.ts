import { expect, test } from 'vitest';
import { formPages, readForm, renderForm } from '../../../../adapters/discord/render-form.ts';
import { commandTable } from '../../../../src/commands/command-table.ts';
import type { CommandForm, CommandOption } from '../../../../src/domain/command.ts';
import { modalProblems } from '../../../fakes/discord/validate/modal.ts';
import { sampleOption as option } from '../../../fixtures/sample-option.ts';

function formOf(
  options: readonly CommandOption[],
  values: Readonly<Record<string, string>> = {},
): CommandForm {
  return {
    kind: 'form',
    definition: { name: 'watch edit', help: 'Edits it.', who: 'admins', options },
    values,
  };
}

const context = { customId: 'form:1', language: 'en', page: 0 } as const;

/** What the client sends back of a modal that nobody changed. */
function unchanged(modal: unknown): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object(modal).components.map(({ component }: { component: Record<string, unknown> }) => {
      const chosen = [component['options'], component['default_values']]
        .flat()
        .filter((each) => Object(each).default === true || Object(each).type === 'channel')
        .map((each) => String(Object(each).value ?? Object(each).id));
      return [component['custom_id'], component['type'] === 4 ? (component['value'] ?? '') : chosen];
    }),
  );
}

test('asks for each option in the way that its kind wants', () => {
  const modal = renderForm(
    formOf(
      [
        option('query', { isRequired: true }),
        option('cadence', { choices: ['realtime', 'digest'] }),
        option('confirm', { isFlag: true }),
        option('channel', { completes: 'channel' }),
        option('watch', { completes: 'watch' }),
      ],
      { cadence: 'digest', channel: '400000000000000001', query: 'chip' },
    ),
    { ...context, language: 'de' },
  );

  expect(modalProblems(modal)).toEqual([]);
  expect(modal).toMatchObject({
    custom_id: 'form:1',
    title: '/watch edit',
    components: [
      { type: 18, label: 'query', component: { type: 4, style: 2, value: 'chip', required: true } },
      {
        component: {
          type: 3,
          options: [
            { value: 'realtime', default: false },
            { value: 'digest', default: true },
          ],
        },
      },
      { component: { type: 8, default_values: [{ id: '400000000000000001', type: 'channel' }] } },
      { component: { type: 3, options: [{ label: 'Ja' }, { label: 'Nein' }] } },
      { component: { type: 4, style: 1, required: false } },
    ],
  });
});

test('parts a long form into pages, what is required or has a value first', () => {
  const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) =>
    option(name, { isRequired: name === 'g' }),
  );
  const form = formOf(options, { f: 'a value' });

  expect(formPages(form).map((page) => page.map(({ name }) => name).join(''))).toEqual(['gfabc', 'de']);
  expect(renderForm(form, { ...context, page: 1 })).toMatchObject({ title: '/watch edit (2/2)' });
  expect(renderForm(form, { ...context, page: 2 })).toBeNull();
});

test('a form that nobody changed gives the values that it was made of', () => {
  for (const { definition } of commandTable) {
    const values = Object.fromEntries(
      definition.options.map(({ name, choices, isFlag, completes }) => {
        if (isFlag) return [name, 'true'];
        return [name, choices[0] ?? (completes === 'channel' ? '400000000000000001' : `the ${name} of it`)];
      }),
    );
    const form: CommandForm = { kind: 'form', definition, values };
    const fields = formPages(form).map((_, page) => unchanged(renderForm(form, { ...context, page })));

    expect(Object.assign({}, ...fields.map((each) => readForm(each, definition)))).toEqual(values);
  }
});

test('reads what was filled in, and leaves out what was left empty or is no option', () => {
  const { definition } = formOf([option('query'), option('cadence'), option('mention'), option('confirm')]);

  expect(
    readForm({ query: ' chip ', cadence: ['digest'], mention: '  ', confirm: [], other: 'x' }, definition),
  ).toEqual({ query: 'chip', cadence: 'digest' });
});

test('asks in letters for a channel that is none of Discord, and leaves out a value that no input takes', () => {
  const form = formOf([option('notices', { completes: 'channel' }), option('query')], {
    notices: 'person:300000000000000001',
    query: 'x'.repeat(5_000),
  });

  expect(renderForm(form, context)).toMatchObject({
    components: [
      { component: { type: 4, value: 'person:300000000000000001' } },
      { component: expect.not.objectContaining({ value: expect.anything() }) },
    ],
  });
});
