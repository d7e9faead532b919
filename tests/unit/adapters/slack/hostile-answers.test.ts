import { expect, test } from 'vitest';
import { renderAnswerView } from '../../../../adapters/slack/render-answer-view.ts';
import { renderCommandAnswer } from '../../../../adapters/slack/render-command-answer.ts';
import { renderForm } from '../../../../adapters/slack/render-form.ts';
import { watchForAction } from '../../../../src/domain/actions-of.ts';
import type { CommandAnswer, CommandDefinition } from '../../../../src/domain/command.ts';
import { neverPolled, noValidators } from '../../../../src/domain/source.ts';
import { visibleText } from '../../../../src/domain/text/plain-text.ts';
import { liveMarkup, slackProblems } from '../../../fakes/slack-checker.ts';
import { hostileStrings } from '../../../fixtures/documents.ts';

/** The same text in every place of an answer that text can take. */
function answersSaying(text: string): readonly CommandAnswer[] {
  const actions = [watchForAction(text)];
  return [
    {
      kind: 'table',
      table: {
        ...{
          heading: text,
          columns: [text, text],
          rows: [[`A ${text}`, `B ${text}`]],
          notes: [text],
          data: [],
        },
        ...{ rowActions: [actions], actions },
      },
    },
    { kind: 'chart', chart: { heading: text, days: [{ day: text, count: 3 }], text } },
    { kind: 'help', commands: [definitionSaying(text)] },
    { kind: 'refused', problem: text },
    { kind: 'payloads', payloads: [{ content: text }] },
    {
      kind: 'sources',
      sources: [
        {
          source: {
            id: text,
            name: text,
            url: 'https://feed.example/',
            tier: 'wire',
            lang: text,
            verified: false,
          },
          validators: noValidators,
          health: { ...neverPolled, lastPolledAtMs: 1, consecutiveFailures: 1, lastProblem: text },
        },
      ],
    },
  ];
}

function definitionSaying(text: string): CommandDefinition {
  const option = { isFlag: false, isRequired: true, completes: null };
  return {
    name: text,
    help: text,
    who: 'all',
    options: [
      { ...option, name: text, help: text, choices: [] },
      { ...option, name: `${text} too`, help: text, choices: [text] },
      { ...option, name: `${text} also`, help: text, choices: [], isFlag: true },
      { ...option, name: `${text} again`, help: text, choices: [], completes: 'story' },
    ],
  };
}

test.each(hostileStrings)('says no more to Slack in an answer than text with %j', (hostile) => {
  const payloads = answersSaying(hostile).flatMap((answer) =>
    renderCommandAnswer(answer, { language: 'en' }),
  );

  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect(new Set(payloads.flatMap(liveMarkup))).toEqual(new Set(['link https://feed.example/']));
});

test.each(hostileStrings)('says no more in a window than text with %j', (hostile) => {
  const views = answersSaying(hostile).map((answer) =>
    renderAnswerView(answer, { title: hostile, language: 'en', privateMetadata: '' }),
  );
  const titles = views.map(({ title }) => ({ blocks: [{ type: 'header', text: title }], text: '' }));

  expect(titles.flatMap(liveMarkup)).toEqual([]);
  expect(new Set(views.map(({ blocks }) => ({ blocks })).flatMap(liveMarkup))).toEqual(
    new Set(['link https://feed.example/']),
  );
});

test.each(hostileStrings)(
  'says no more in a form than text with %j, and gives back of the value all that can be seen',
  (hostile) => {
    const definition = definitionSaying(hostile);
    const values = Object.fromEntries(definition.options.map(({ name }) => [name, hostile]));
    const context = { callbackId: 'form', privateMetadata: '', language: 'en' } as const;
    const view = renderForm({ kind: 'form', definition, values }, context);
    const texts = JSON.parse(JSON.stringify(view.blocks, withoutValues));

    expect(liveMarkup({ blocks: texts, title: view.title })).toEqual([]);
    expect(view.blocks).toContainEqual(
      expect.objectContaining({
        element: expect.objectContaining({ initial_value: visibleText(hostile).toWellFormed() }),
      }),
    );
  },
);

/** Ids and values come back as they are, and are shown nowhere but in the field itself. */
function withoutValues(name: string, value: unknown): unknown {
  return ['value', 'initial_value', 'block_id'].includes(name) ? undefined : value;
}
