import fc from 'fast-check';
import { approvalActions, type MessageAction, storyActions } from '../../../../src/domain/action.ts';
import type {
  AnswerTable,
  CommandAnswer,
  CommandDefinition,
  CommandForm,
  CommandOption,
} from '../../../../src/domain/command.ts';
import type { SourceState } from '../../../../src/domain/source.ts';
import { neverPolled, noValidators } from '../../../../src/domain/source.ts';
import { arbitraryDocument } from '../../../fixtures/arbitrary-documents.ts';
import { hostileStrings } from '../../../fixtures/documents.ts';

/** Text from outside, short and long, with all that needs escaping. */
const outsideText = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 3, arbitrary: fc.constantFrom(...hostileStrings) },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'<>&*_[]()`~|#@\\:a "出口管制👍\u202E\n'),
      maxLength: 300,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(5_000), 'several words '.repeat(400), `${'𠮷'.repeat(2_500)}`),
  },
);

const actions: fc.Arbitrary<readonly MessageAction[]> = fc.oneof(
  fc.constant([]),
  fc
    .tuple(outsideText, fc.option(outsideText, { nil: null }))
    .map(([key, watch]) => approvalActions(key, watch)),
  fc.uuid().map(storyActions),
);

/** The word that a row begins with, so that a lost one is seen. */
const rowMark = (index: number) => `Row${index}x`;

const table: fc.Arbitrary<AnswerTable> = fc
  .record({
    heading: outsideText.map((text) => `Headingx ${text}`),
    columns: fc.array(outsideText, { minLength: 1, maxLength: 6 }),
    cells: fc.array(fc.array(outsideText, { minLength: 1, maxLength: 6 }), { maxLength: 40, size: 'medium' }),
    notes: fc.array(outsideText, { maxLength: 3 }),
    rowActions: fc.array(actions, { maxLength: 40, size: 'medium' }),
    actions,
  })
  .map(({ cells, rowActions, ...rest }) => ({
    ...rest,
    rows: cells.map(([first = '', ...others], index) => [`${rowMark(index)} ${first}`, ...others]),
    data: [],
    rowActions: cells.map((_, index) => rowActions[index] ?? []),
  }));

const source: fc.Arbitrary<SourceState> = fc
  .tuple(
    outsideText,
    outsideText,
    fc.webUrl(),
    fc.constantFrom('primary', 'wire', 'commentary'),
    fc.nat({ max: 9 }),
  )
  .map(([name, problem, url, tier, failures]) => ({
    source: { id: 'id', name: `Sourcex ${name}`, url, tier, lang: 'en', verified: true },
    validators: noValidators,
    health: { ...neverPolled, lastPolledAtMs: failures, consecutiveFailures: failures, lastProblem: problem },
  }));

const optionName = fc.stringMatching(/^[a-z]{1,12}$/);
const option: fc.Arbitrary<CommandOption> = fc.record({
  name: optionName,
  help: outsideText.filter((text) => /[\p{L}\p{N}]/u.test(text)),
  isRequired: fc.boolean(),
  choices: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 30 }),
  isFlag: fc.boolean(),
  completes: fc.constantFrom(null, 'story', 'watch', 'source', 'channel', 'delivery'),
});

export const arbitraryDefinition: fc.Arbitrary<CommandDefinition> = fc.record({
  name: fc.stringMatching(/^[a-z]{1,30}(?: [a-z]{1,30})?$/),
  help: outsideText.filter((text) => /[\p{L}\p{N}]/u.test(text)),
  who: fc.constantFrom('all', 'admins'),
  options: fc.uniqueArray(option, { maxLength: 17, selector: ({ name }) => name }),
});

/** With values that the options can have, and some that they cannot. */
export const arbitraryForm: fc.Arbitrary<CommandForm> = fc
  .tuple(
    arbitraryDefinition,
    fc.array(fc.oneof(outsideText, fc.stringMatching(/^[1-9]\d{17}$/)), { maxLength: 17 }),
  )
  .map(([definition, values]) => ({
    kind: 'form',
    definition,
    values: Object.fromEntries(definition.options.map(({ name }, index) => [name, values[index] ?? ''])),
  }));

export const arbitraryAnswer: fc.Arbitrary<CommandAnswer> = fc.oneof(
  fc
    .array(arbitraryDocument, { maxLength: 2 })
    .map((documents) => ({ kind: 'documents' as const, documents })),
  table.map((value) => ({ kind: 'table' as const, table: value })),
  fc
    .array(source, { maxLength: 30, size: 'medium' })
    .map((sources) => ({ kind: 'sources' as const, sources })),
  fc
    .record({
      heading: outsideText,
      text: outsideText,
      days: fc.array(fc.nat({ max: 5_000 }), { maxLength: 90, size: 'medium' }),
    })
    .map(({ days, ...chart }) => ({
      kind: 'chart' as const,
      chart: {
        ...chart,
        heading: `Chartx ${chart.heading}`,
        days: days.map((count) => ({ day: '2026-11-10', count })),
      },
    })),
  fc
    .array(arbitraryDefinition, { minLength: 1, maxLength: 30 })
    .map((commands) => ({ kind: 'help' as const, commands })),
  outsideText.map((text) => ({ kind: 'refused' as const, problem: `Refusedx ${text}` })),
  fc.constant({ kind: 'payloads' as const, payloads: [{ text: '@everyone <@1>', key: 'console' }] }),
);

/** The marks of everything in an answer that must not be lost. Documents have their own test. */
export function marksOfAnswer(answer: CommandAnswer): readonly string[] {
  switch (answer.kind) {
    case 'table':
      return ['Headingx', ...answer.table.rows.map((_, index) => rowMark(index))];
    case 'sources':
      return answer.sources.length > 0 ? ['Sourcex'] : [];
    case 'chart':
      return ['Chartx'];
    case 'help':
      return answer.commands.map(({ name }) => `/${name}`);
    case 'refused':
      return ['Refusedx'];
    case 'documents':
    case 'payloads':
      return [];
  }
}
