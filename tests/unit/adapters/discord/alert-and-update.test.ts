import { expect, test } from 'vitest';
import { escapeMatched } from '../../../../adapters/discord/escape.ts';
import { discordProblems, discordText } from '../../../fakes/discord-checker.ts';
import {
  alertDocument,
  cited,
  revisedDocument,
  storyEntry,
  updateDocument,
} from '../../../fixtures/documents.ts';
import { rendered, textOf } from './rendered.ts';

test('shows an alert with the watch, cited sentences, sources, and the reason at the end', () => {
  const text = textOf(alertDocument());

  expect(text).toMatch(/^## Alert: Chip licenses\n\*\*1\.\*\* `NEW` \*\*\[Bureau adds eleven chip firms/);
  expect(text).toContain('Eleven **chip firms** need a **license** for every import from 1 December. [1]');
  expect(text).toContain('-# [2] Continental Wire, 20 Nov 2025, wire: [Chip suppliers surprised');
  expect(text).toMatch(/\n-# The watch "Chip licenses" matched its query: license AND chip\.$/);
});

test('leads to the story of an alert by a button, and to none of several', () => {
  const [story = { story: storyEntry(), matched: [], revised: null }] = alertDocument().stories;
  const several = rendered(alertDocument({ stories: [story, story] }));

  expect(JSON.stringify(rendered(alertDocument()))).toContain('Read at bureau.example');
  expect(JSON.stringify(several)).not.toContain('Read at');
});

test('sets matched words in bold and escapes them and all around them', () => {
  expect(escapeMatched('*A* chips_x, <@1> and a chip.', ['chip', '<@1>'])).toBe(
    '\\*A\\* chips\\_x, **\\<\\@1\\>** and a **chip**.',
  );
  expect(escapeMatched('新出口管制规定', ['出口管制'])).toBe('新**出口管制**规定');
});

test('shows a sentence plain whose matched words are too many', () => {
  expect(escapeMatched('a b '.repeat(300), ['a'])).toBe('a b '.repeat(300).trim());
});

test('shows what is new of an update first, then the conflict, and not what was told before', () => {
  const text = textOf(updateDocument());

  expect(text).toMatch(
    /^`UPDATE` \*\*\[Bureau adds .*\n- A twelfth firm .*\. \[1\]\n\*\*Sources disagree\*\*/,
  );
  expect(text).toContain('“The order names twelve firms.”');
  expect(text).not.toContain('need a license');
});

test('says when a story was revised, on the clock of the zone', () => {
  expect(textOf(revisedDocument())).toContain(
    '-# 20 Nov 2025 · revised 2026-03-02 09:10 \\(Europe/Berlin\\)',
  );
});

test('shortens the stories of an alert before it takes a second message', () => {
  const summary = [cited('First.'), cited(`${'Second '.repeat(60)}.`), cited('With license.')];
  const stories = Array.from({ length: 5 }, (_, index) => ({
    story: storyEntry({ headline: `Story ${index}`, summary }),
    matched: ['license'],
    revised: null,
  }));
  const payloads = rendered(alertDocument({ stories }));

  expect(payloads).toHaveLength(1);
  expect(discordText(payloads).match(/With \*\*license\*\*\. \[1\]/g)).toHaveLength(5);
  expect(discordText(payloads)).not.toContain('Second Second');
});

test('goes on in further messages where an alert has many stories, and loses none', () => {
  const stories = Array.from({ length: 60 }, (_, index) => ({
    story: storyEntry({ headline: `Headline number ${index}x` }),
    matched: ['license'],
    revised: null,
  }));
  const payloads = rendered(alertDocument({ stories }));

  expect(payloads.length).toBeGreaterThan(1);
  expect(new Set(payloads.map((payload) => payload['nonce'])).size).toBe(payloads.length);
  expect(payloads.flatMap(discordProblems)).toEqual([]);
  expect(stories.filter(({ story }) => !discordText(payloads).includes(story.headline))).toEqual([]);
});
