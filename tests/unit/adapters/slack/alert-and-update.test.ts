import { expect, test } from 'vitest';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import { slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import {
  alertDocument,
  cited,
  revisedDocument,
  storyEntry,
  updateDocument,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

function textOf(document: MessageDocument): string {
  return slackText(rendered(document));
}

function jsonOf(document: MessageDocument): string {
  return JSON.stringify(rendered(document));
}

test('shows an alert with the watch, cited sentences, sources, and the reason at the end', () => {
  const [payload] = rendered(alertDocument(), { key: 'alert-1' });
  const text = slackText([payload ?? {}]);

  expect(payload).toMatchObject({
    text: 'Alert: Chip licenses; Bureau adds eleven chip firms to its trade list',
    metadata: { event_payload: { key: 'alert-1' } },
  });
  expect(text).toMatch(/^Alert: Chip licenses1\. NEW Bureau adds eleven chip firms/);
  expect(text).toContain('Eleven chip firms need a license for every import from 1 December. [1]');
  expect(text).toContain('[2] Continental Wire, 20 Nov 2025, wire: Chip suppliers surprised');
  expect(text).toMatch(/license AND chip\.$/);
});

test('sets matched words in bold where they stand, and never a part of a word', () => {
  const story = storyEntry({ summary: [cited('No relicense: one license.'), cited('新出口管制规定生效。')] });
  const json = jsonOf(
    alertDocument({ stories: [{ story, matched: ['license', '出口管制'], revised: null }] }),
  );

  expect(json).toContain(
    '{"type":"text","text":"license","style":{"bold":true}},{"type":"text","text":". [1]',
  );
  expect(json).toContain('No relicense: one "},');
  expect(json).toContain('{"type":"text","text":"出口管制","style":{"bold":true}}');
});

test('shows a sentence plain whose matched words are too many for a block', () => {
  const story = storyEntry({ summary: [cited('a b '.repeat(400))] });
  const payloads = rendered(alertDocument({ stories: [{ story, matched: ['a'], revised: null }] }));

  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect(slackText(payloads)).toContain('a b a b');
});

test('shows what is new of an update first, then the conflict, and not what was told before', () => {
  const text = textOf(updateDocument());

  expect(text).toMatch(/^UPDATE Bureau adds .*\n• A twelfth firm was added .*\. \[1\]Sources disagree/);
  expect(text).toContain('“The order names twelve firms.”');
  expect(text).not.toContain('need a license');
});

test('says when a story was revised, on the clock of the zone', () => {
  expect(textOf(revisedDocument())).toContain('20 Nov 2025 · revised 2026-03-02 09:10 (Europe/Berlin)');
});

test('shortens the stories of an alert before it takes a second message', () => {
  const summary = [cited('First.'), cited(`${'Second '.repeat(150)}.`), cited('With license.')];
  const stories = Array.from({ length: 8 }, (_, index) => ({
    story: storyEntry({ headline: `Story ${index}`, summary }),
    matched: ['license'],
    revised: null,
  }));
  const payloads = rendered(alertDocument({ stories }));

  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect(slackText(payloads).match(/With license\. \[1\]/g)).toHaveLength(8);
  expect(slackText(payloads)).not.toContain('Second Second');
});

test('goes on in further messages where an alert has many stories, and loses none', () => {
  const stories = Array.from({ length: 60 }, (_, index) => ({
    story: storyEntry({ headline: `Headline number ${index}x` }),
    matched: ['license'],
    revised: null,
  }));
  const payloads = rendered(alertDocument({ stories }));
  const keys = payloads.map((payload) => JSON.stringify(payload['metadata']));

  expect(payloads.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(payloads.length);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect(stories.filter(({ story }) => !slackText(payloads).includes(story.headline))).toEqual([]);
});
