import { expect, test } from 'vitest';
import { renderAnswerView } from '../../../../adapters/slack/render-answer-view.ts';
import type { CommandAnswer } from '../../../../src/domain/command.ts';
import { viewRefusal } from '../../../fakes/slack/blocks/check-view.ts';
import { slackText } from '../../../fakes/slack-checker.ts';
import { storyDocument } from '../../../fixtures/documents.ts';

const context = { title: 'story', language: 'de', privateMetadata: 'm' } as const;

function tableOf(rows: number): CommandAnswer {
  const cells = Array.from({ length: rows }, (_, index) => [`Row ${index}.`]);
  return { kind: 'table', table: { heading: 'Rows', columns: ['name'], rows: cells, notes: [], data: [] } };
}

test('shows an answer in a window', () => {
  const view = renderAnswerView({ kind: 'documents', documents: [storyDocument()] }, context);

  expect(view).toMatchObject({
    title: { text: 'Story' },
    close: { text: 'Schließen' },
    private_metadata: 'm',
  });
  expect(slackText([{ blocks: view.blocks }])).toContain('NEU Bureau adds eleven chip firms');
  expect(viewRefusal(view, 'modal')).toBeNull();
});

test('fills a window to its last block', () => {
  const view = renderAnswerView(tableOf(98), context);

  expect(view.blocks).toHaveLength(100);
  expect(slackText([{ blocks: view.blocks }])).toContain('Row 97.');
});

test('says so when an answer is longer than a window', () => {
  const view = renderAnswerView(tableOf(99), context);

  expect(view.blocks).toHaveLength(100);
  expect(slackText([{ blocks: view.blocks }])).toMatch(/Row 96\.A window holds no more than this\./);
  expect(viewRefusal(view, 'modal')).toBeNull();
});
