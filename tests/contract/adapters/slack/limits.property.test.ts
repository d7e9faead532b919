import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderAnswerView } from '../../../../adapters/slack/render-answer-view.ts';
import { renderCommandAnswer } from '../../../../adapters/slack/render-command-answer.ts';
import { renderForm } from '../../../../adapters/slack/render-form.ts';
import { slackRenderer } from '../../../../adapters/slack/renderer.ts';
import { languages } from '../../../../src/domain/words/words.ts';
import { messageRefusal } from '../../../fakes/slack/blocks/check-message.ts';
import { viewRefusal } from '../../../fakes/slack/blocks/check-view.ts';
import { liveMarkup, slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import { arbitraryDocument, arbitraryMentions, marksOf } from '../../../fixtures/arbitrary-documents.ts';
import { arbitraryAnswer, arbitraryForm } from './arbitrary-answers.ts';

const language = fc.constantFrom(...languages);
/** Shrinking a document takes minutes; the seed alone finds it again. */
const parameters = { seed: 20251122, endOnFailure: true };
const timeoutMs = 300_000;

/** What either of two checkers has against messages: ours, and the one by which the fake Slack takes them. */
function problemsWith(payloads: readonly Readonly<Record<string, unknown>>[]) {
  return payloads.flatMap((payload) => [...slackProblems(payload), ...refusalOf(messageRefusal(payload))]);
}

function refusalOf(refusal: { readonly error: string; readonly messages: readonly string[] } | null) {
  return refusal ? [refusal.error, ...refusal.messages] : [];
}

test(
  'keeps every payload within the limits and loses no story, whatever a document holds',
  () => {
    const property = fc.property(
      arbitraryDocument,
      arbitraryMentions,
      language,
      (document, mentions, language) => {
        const payloads = slackRenderer.render(document, { key: 'k'.repeat(25), mentions, language });
        const shown = slackText(payloads);

        expect(problemsWith(payloads)).toEqual([]);
        expect(marksOf(document).filter((mark) => !shown.includes(mark))).toEqual([]);
      },
    );

    fc.assert(property, { ...parameters, numRuns: 2_000 });
  },
  timeoutMs,
);

test(
  'keeps every answer of a command within the limits, as messages and as a window, and loses no row',
  () => {
    const property = fc.property(arbitraryAnswer, language, ({ answer, marks }, language) => {
      const payloads = renderCommandAnswer(answer, { language });
      const view = renderAnswerView(answer, { title: 'watch test', language, privateMetadata: '' });
      const shown = slackText(payloads);

      expect(payloads.length).toBeGreaterThan(0);
      expect(problemsWith(payloads)).toEqual([]);
      expect(refusalOf(viewRefusal(view, 'modal'))).toEqual([]);
      expect(marks.filter((mark) => !shown.includes(mark))).toEqual([]);
    });

    fc.assert(property, { ...parameters, numRuns: 500 });
  },
  timeoutMs,
);

test(
  'keeps every form within the limits, and makes nothing live of its texts',
  () => {
    const property = fc.property(arbitraryForm, language, (form, language) => {
      const view = renderForm(form, { callbackId: 'form', privateMetadata: '{}', language });

      expect(refusalOf(viewRefusal(view, 'modal'))).toEqual([]);
      expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(form.definition.options.length);
      expect(liveMarkup({ blocks: withoutValues(view.blocks) })).toEqual([]);
    });

    fc.assert(property, { ...parameters, numRuns: 500 });
  },
  timeoutMs,
);

/** What Slack gives back as it is and shows nobody as anything but text. */
function withoutValues(blocks: readonly object[]): unknown {
  const isValue = (name: string) => name === 'value' || name === 'initial_value';
  return JSON.parse(JSON.stringify(blocks, (name, value) => (isValue(name) ? undefined : value)));
}
