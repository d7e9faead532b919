import fc from 'fast-check';
import { type MessageAction, storyActions } from '../../../../src/domain/action.ts';
import type { CommandAnswer, CommandDefinition, CommandForm } from '../../../../src/domain/command.ts';
import { neverPolled, noValidators, type SourceState } from '../../../../src/domain/source.ts';
import { arbitraryDocument } from '../../../fixtures/arbitrary-documents.ts';
import { hostileStrings } from '../../../fixtures/documents.ts';

/** An answer, with the marks of all that must not be lost of it. */
export interface MarkedAnswer {
  readonly answer: CommandAnswer;
  readonly marks: readonly string[];
}

/** Text from outside: plain, hostile, dense in what is long as JSON, and now and then endless. */
const anyText = fc.oneof(
  { weight: 8, arbitrary: fc.lorem({ maxCount: 20 }) },
  { weight: 4, arbitrary: fc.constantFrom(...hostileStrings) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...'<>&*_"\\ 制\u202E\uD800👍'), maxLength: 300 }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<a'.repeat(2000), 'word '.repeat(1500), '制'.repeat(4000), '&'.repeat(3000)),
  },
);

const actions: fc.Arbitrary<readonly MessageAction[]> = fc.oneof(
  fc.constant([]),
  anyText.map((text) => storyActions(text).slice(0, 3)),
);

function markedRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row, y) => row.map((cell, x) => `Cell${y}x${x}x ${cell}`));
}

const table: fc.Arbitrary<MarkedAnswer> = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.record({
      columns: fc.array(fc.lorem({ maxCount: 2 }), { minLength: width, maxLength: width }),
      rows: fc
        .array(fc.array(anyText, { minLength: width, maxLength: width }), { maxLength: 30, size: 'medium' })
        .map(markedRows),
      notes: fc.array(anyText, { maxLength: 3 }),
      rowActions: fc.array(actions, { minLength: 30, maxLength: 30 }),
      actions,
    }),
  )
  .map(({ notes, ...rest }) => ({
    answer: {
      kind: 'table',
      table: {
        ...rest,
        heading: 'Tablex',
        notes: notes.map((note, index) => `Note${index}x ${note}`),
        data: [],
      },
    },
    marks: ['Tablex', ...rest.rows.flat().map(markOf), ...notes.map((_, index) => `Note${index}x`)],
  }));

function markOf(text: string): string {
  return text.slice(0, text.indexOf(' '));
}

const source: fc.Arbitrary<SourceState> = fc
  .record({
    name: anyText,
    url: anyText,
    lastProblem: fc.option(anyText, { nil: null }),
    isPolled: fc.boolean(),
  })
  .map(({ name, url, lastProblem, isPolled }) => ({
    source: { id: 'one', name, url, tier: 'wire', lang: 'en', verified: isPolled },
    validators: noValidators,
    health: {
      ...neverPolled,
      lastPolledAtMs: isPolled ? 1 : null,
      consecutiveFailures: lastProblem === null ? 0 : 3,
      lastProblem,
    },
  }));

const sources: fc.Arbitrary<MarkedAnswer> = fc.array(source, { maxLength: 40 }).map((states) => ({
  answer: {
    kind: 'sources',
    sources: states.map((state, index) => ({
      ...state,
      source: { ...state.source, name: `Source${index}x ${state.source.name}` },
    })),
  },
  marks: states.map((_, index) => `Source${index}x`),
}));

const chart: fc.Arbitrary<MarkedAnswer> = fc
  .record({ heading: anyText, counts: fc.array(fc.nat(10_000), { maxLength: 120 }), text: anyText })
  .map(({ heading, counts, text }) => ({
    answer: {
      kind: 'chart',
      chart: {
        heading,
        days: counts.map((count, index) => ({ day: `2026-${String(index).padStart(3, '0')}`, count })),
        text: `Textx ${text}`,
      },
    },
    marks: [
      'Textx',
      ...counts.map((count, index) => `2026-${String(index).padStart(3, '0')} ${count === 0 ? '0' : '█'}`),
    ],
  }));

const optionName = fc.constantFrom(
  'query',
  'channel',
  'watch',
  'story',
  'confirm',
  'at',
  'zone',
  'max-stories',
);

const arbitraryDefinition: fc.Arbitrary<CommandDefinition> = fc.record({
  name: fc.constantFrom('watch add', 'watch list', 'digest schedule', 'ask', 'help', 'feedback give'),
  help: anyText.map((text) => `Says ${text}`),
  who: fc.constantFrom('all', 'admins'),
  options: fc.uniqueArray(
    fc.record({
      name: optionName,
      help: anyText.map((text) => `Is ${text}`),
      isRequired: fc.boolean(),
      choices: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.uniqueArray(anyText, { minLength: 1, maxLength: 120 }) },
      ),
      isFlag: fc.boolean(),
      completes: fc.constantFrom('story', 'watch', 'source', 'channel', 'delivery', null),
    }),
    { selector: ({ name }) => name },
  ),
});

const help: fc.Arbitrary<MarkedAnswer> = fc
  .array(arbitraryDefinition, { minLength: 1, maxLength: 40 })
  .map((commands) => ({
    answer: { kind: 'help', commands },
    marks: commands.map(({ name }) => `/wire ${name}`),
  }));

const refused: fc.Arbitrary<MarkedAnswer> = anyText.map((text) => ({
  answer: { kind: 'refused', problem: `Refusedx ${text}` },
  marks: ['Refusedx'],
}));

const payloads: fc.Arbitrary<MarkedAnswer> = fc.array(anyText, { maxLength: 3 }).map((texts) => ({
  answer: {
    kind: 'payloads',
    payloads: texts.map((content, index) => ({ content: `Sent${index}x ${content}` })),
  },
  marks: texts.map((_, index) => `Sent${index}x`),
}));

const documents: fc.Arbitrary<MarkedAnswer> = fc
  .array(arbitraryDocument, { maxLength: 2 })
  .map((all) => ({ answer: { kind: 'documents', documents: all }, marks: [] }));

/** Mostly tables, the largest of the answers that are no documents. */
export const arbitraryAnswer: fc.Arbitrary<MarkedAnswer> = fc.oneof(
  { weight: 4, arbitrary: table },
  { weight: 2, arbitrary: sources },
  { weight: 1, arbitrary: chart },
  { weight: 2, arbitrary: help },
  { weight: 1, arbitrary: refused },
  { weight: 1, arbitrary: payloads },
  { weight: 1, arbitrary: documents },
);

/** A form with any values at all, also such as its options cannot have. */
export const arbitraryForm: fc.Arbitrary<CommandForm> = arbitraryDefinition.chain((definition) =>
  fc.record({
    kind: fc.constant('form' as const),
    definition: fc.constant(definition),
    values: fc.dictionary(optionName, fc.oneof(anyText, fc.constantFrom('true', 'C123', 'w1'))),
  }),
);
