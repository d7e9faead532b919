import { expect, test } from 'vitest';
import { escapeDiscord, linked } from '../../../../adapters/discord/escape.ts';
import { shortHash } from '../../../../src/domain/text/short-hash.ts';
import { discordProblems, discordText } from '../../../fakes/discord-checker.ts';
import {
  answerDocument,
  cited,
  conflictPair,
  digestDocument,
  noteCitation,
  noticeDocument,
  refusalDocument,
  storyDocument,
  storyEntry,
} from '../../../fixtures/documents.ts';
import { rendered, textOf } from './rendered.ts';

test('allows no mention, and carries the key as nonce and on a button', () => {
  const [payload] = rendered(digestDocument(), { key: 'digest-1' });

  expect(payload).toMatchObject({
    allowed_mentions: { parse: [] },
    flags: 32_768,
    nonce: 'digest-1',
    enforce_nonce: true,
  });
  expect(JSON.stringify(payload)).toContain('"custom_id":"why:digest-1"');
});

test('numbers the stories of a digest, each with verdict, brief, and sources with host and date', () => {
  const text = textOf(digestDocument());

  expect(text).toContain(
    '## Wirewatch digest · Sat 22 Nov 2025, 08:00\n-# 1 new · 1 update · 1 contradiction',
  );
  expect(text).toContain(
    '**1.** `NEW` **[Bureau adds eleven chip firms to its trade list](https://bureau.example/',
  );
  expect(text).toContain('for every import from 1 December. [1] Suppliers in three countries');
  expect(text).toContain('[2] [Continental Wire, 20 Nov 2025](https://www.wire.example/');
  expect(text).toContain('*Continental Wire, 21 Nov 2025, disagrees with Bureau of Trade, 20 Nov 2025*');
  expect(text).toContain('**Also:** [Port authority reviews its radio masts]');
  expect(text).toContain('-# Gazette of Records has failed');
});

test('shows a story in full, with a button that leads to its first source', () => {
  const [payload] = rendered(storyDocument({ whatIsNew: [cited('One more.')] }));
  const text = discordText([payload ?? {}]);

  expect(text).toContain('**What is new**\n- One more. [1]');
  expect(text).toContain(
    '-# [2] Continental Wire, 20 Nov 2025, wire: [Chip suppliers surprised by new list]',
  );
  expect(JSON.stringify(payload)).toContain(
    '"label":"Read at bureau.example","url":"https://bureau.example/notices/41"',
  );
});

test('shows both quotes of a conflict, and a note without quotation marks', () => {
  const against = noteCitation({ quote: 'Ten firms were listed at first' });
  const text = textOf(storyDocument({ conflicts: [conflictPair({ against })] }));

  expect(text).toContain('**Continental Wire, 21 Nov 2025**, says “The order names twelve firms.”');
  expect(text).toContain('**note on Harbor Post, May 2019**: Ten firms were listed at first');
  expect(text).not.toContain('“Ten firms');
});

test('leaves an over-long sentence out whole and keeps headline, link and the other sentence', () => {
  const summary = [cited('word '.repeat(900)), cited('A short one.')];
  const text = textOf(digestDocument({ stories: [storyEntry({ summary })] }));

  expect(text).not.toContain('word word');
  expect(text).toContain('](https://bureau.example/notices/41)');
  expect(text).toContain('A short one. [1]');
});

test('shortens the briefs before it takes a second message', () => {
  const stories = Array.from({ length: 6 }, (_, index) =>
    storyEntry({ headline: `Story ${index}`, summary: [cited('First.'), cited(`${'Second '.repeat(60)}.`)] }),
  );
  const payloads = rendered(digestDocument({ stories, alsoTold: [] }));

  expect(payloads).toHaveLength(1);
  expect(discordText(payloads)).toContain('First. [1]');
  expect(discordText(payloads)).not.toContain('Second Second');
});

test('goes on in further messages with keys of their own, and loses no story', () => {
  const stories = Array.from({ length: 40 }, (_, index) =>
    storyEntry({ headline: `Headline number ${index}x` }),
  );
  const payloads = rendered(digestDocument({ stories }), { key: 'a-key-of-25-characters-xx' });

  expect(payloads.map((payload) => payload['nonce']).slice(0, 3)).toEqual([
    'a-key-of-25-characters-xx',
    `${shortHash('a-key-of-25-characters-xx')}.2`,
    `${shortHash('a-key-of-25-characters-xx')}.3`,
  ]);
  expect(payloads.flatMap(discordProblems)).toEqual([]);
  expect(stories.filter((story) => !discordText(payloads).includes(story.headline))).toEqual([]);
});

test('cites every sentence of an answer, and a refusal says what is missing', () => {
  const text = textOf(answerDocument());

  expect(text).toContain('Eleven firms were added in November 2025. [1]');
  expect(text).toContain('-# [2] note on Harbor Post, May 2019');
  expect(textOf(refusalDocument())).toContain('My sources do not say what the licenses cost.');
});

test('says a notice in our own words, all of them', () => {
  const paragraphs = ['word '.repeat(1000).trim(), 'The end.'];
  const text = textOf(noticeDocument({ paragraphs }));

  expect(text).toContain('### Nothing new for two days');
  expect(text.match(/\bword\b/g)).toHaveLength(1000);
  expect(text).toContain('The end.');
});

test('escapes what Discord reads as markup, and leaves plain prose as it is', () => {
  expect(escapeDiscord('At 12:30, 5% of $3.2bn; A/B - see "C"!')).toBe(
    'At 12:30, 5% of $3.2bn; A/B - see "C"!',
  );
  expect(escapeDiscord('- item')).toBe('\\- item');
  expect(escapeDiscord('2. item')).toBe('2\\. item');
  expect(escapeDiscord('<@1> :a: x_y')).toBe('\\<\\@1\\> \\:a: x\\_y');
});

test('masks a link with a label that cannot close it, and shows the host', () => {
  expect(linked('A [b] (c)', 'https://www.a.example/x_(y)')).toBe(
    '[A \\(b\\) \\(c\\)](https://www.a.example/x_%28y%29) (a.example)',
  );
  expect(linked('A', 'javascript:alert(1)')).toBe('A');
});
