import { expect, test } from 'vitest';
import { escapeSlackWithin } from '../../../../adapters/slack/escape.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import { slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import {
  answerDocument,
  citation,
  cited,
  conflictPair,
  digestDocument,
  noteCitation,
  noticeDocument,
  refusalDocument,
  storyDocument,
  storyEntry,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

function textOf(document: MessageDocument): string {
  return slackText(rendered(document));
}

test('sends a plain line beside the blocks, unfurls nothing, and carries the key as metadata', () => {
  const [payload] = rendered(digestDocument(), { key: 'digest-1' });

  expect(payload).toMatchObject({
    text: expect.stringMatching(
      /^Wirewatch digest · Sat 22 Nov 2025, 08:00: 1 new · 1 update · 1 contradiction; Bureau/,
    ),
    unfurl_links: false,
    unfurl_media: false,
    mrkdwn: false,
    metadata: { event_type: 'wirewatch_delivery', event_payload: { key: 'digest-1' } },
  });
  expect(payload).not.toHaveProperty('channel');
});

test('numbers the stories of a digest, each with verdict, brief, and sources with host and date', () => {
  const text = textOf(digestDocument());

  expect(text).toContain('1. NEW Bureau adds eleven chip firms to its trade list (bureau.example)\n');
  expect(text).toContain('for every import from 1 December. [1] Suppliers in three countries');
  expect(text).toContain('[2] Continental Wire, 20 Nov 2025 (wire.example)');
  expect(text).toContain('3. CONTRADICTS');
  expect(text).toContain('Continental Wire, 21 Nov 2025, disagrees with Bureau of Trade, 20 Nov 2025');
  expect(text).toContain('Also: Port authority reviews its radio masts (bureau.example) · Parliament');
  expect(text).toContain('Gazette of Records has failed');
});

test('tells what is new rather than what was known', () => {
  const story = storyEntry({ verdict: 'update', whatIsNew: [cited('The list grew by two.')] });
  const text = textOf(digestDocument({ stories: [story] }));

  expect(text).toContain('The list grew by two. [1]');
  expect(text).not.toContain('Eleven chip firms need');
});

test('shows both quotes of a conflict, and a note without quotation marks', () => {
  const against = noteCitation({ quote: 'Ten firms were listed at first' });
  const text = textOf(storyDocument({ conflicts: [conflictPair({ against })] }));

  expect(text).toContain('Continental Wire, 21 Nov 2025, says “The order names twelve firms.”');
  expect(text).toContain('note on Harbor Post, May 2019: Ten firms were listed at first');
  expect(text).not.toContain('“Ten firms');
});

test('leaves an over-long sentence out whole and keeps headline, link and the other sentence', () => {
  const summary = [cited('word '.repeat(900)), cited('A short one.')];
  const [payload] = rendered(digestDocument({ stories: [storyEntry({ summary })] }));
  const text = slackText([payload ?? {}]);

  expect(text).not.toContain('word word');
  expect(text).toContain('A short one. [1]');
  expect(JSON.stringify(payload)).toContain('"url":"https://bureau.example/notices/41"');
});

test('shortens the briefs before it takes a second message', () => {
  const stories = Array.from({ length: 8 }, (_, index) =>
    storyEntry({
      headline: `Story ${index}`,
      summary: [cited('First.'), cited(`${'Second '.repeat(120)}.`)],
    }),
  );
  const payloads = rendered(digestDocument({ stories, alsoTold: [] }));

  expect(payloads).toHaveLength(1);
  expect(slackText(payloads)).toContain('First. [1]');
  expect(slackText(payloads)).not.toContain('Second Second');
});

test('goes on in further messages that carry the key and their number, and loses no story', () => {
  const stories = Array.from({ length: 40 }, (_, index) =>
    storyEntry({ headline: `Headline number ${index}.` }),
  );
  const payloads = rendered(digestDocument({ stories }), { key: 'a-key-of-25-characters-xx' });
  const keys = payloads.map((payload) => JSON.stringify(payload['metadata']));

  expect(payloads.length).toBeGreaterThan(1);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect(keys[0]).toContain(`"key":"a-key-of-25-characters-xx","parts":${payloads.length}`);
  expect(keys[1]).toContain('"key":"a-key-of-25-characters-xx","part":2');
  expect(stories.filter((story) => !slackText(payloads).includes(story.headline))).toEqual([]);
});

test('cites every sentence of an answer, and a refusal says what is missing', () => {
  const text = textOf(answerDocument());

  expect(text).toContain('Eleven firms were added in November 2025. [1]');
  expect(text).toContain('[1] Bureau of Trade, 20 Nov 2025: Bureau adds eleven');
  expect(text).toContain('[2] note on Harbor Post, May 2019');
  expect(textOf(refusalDocument())).toContain('My sources do not say what the licenses cost.');
});

test('says a notice in our own words, all of them', () => {
  const paragraphs = ['word '.repeat(1000).trim(), 'The end.'];
  const text = textOf(noticeDocument({ paragraphs }));

  expect(text).toContain('Nothing new for two days');
  expect(text.match(/word/g)).toHaveLength(1000);
  expect(text).toContain('The end.');
});

test('escapes once, and shortens without cutting an entity', () => {
  expect(escapeSlackWithin('R&D <b> &amp;', 100)).toBe('R&amp;D &lt;b&gt; &amp;amp;');
  expect(escapeSlackWithin('&'.repeat(200), 150)).toMatch(/^(?:&amp;){1,29}…$/);
});

test('links no address that may not be followed', () => {
  const source = citation({ url: 'https://user:secret@bank.example/' });
  const [payload] = rendered(answerDocument({ sentences: [cited('Said.', source)] }));

  expect(JSON.stringify(payload)).not.toContain('"type":"link"');
  expect(JSON.stringify(payload)).not.toContain('secret');
});
