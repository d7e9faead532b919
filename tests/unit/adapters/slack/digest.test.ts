import { expect, test } from 'vitest';
import { languages } from '../../../../src/domain/words/words.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import { liveMarkup, slackText } from '../../../fakes/slack-checker.ts';
import {
  alertDocument,
  answerDocument,
  changedStory,
  digestDocument,
  refusalDocument,
  storyDocument,
  updateDocument,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

test('begins a digest with the headline of the day, and says then what it is', () => {
  const [payload] = rendered(digestDocument());
  const [header, context] = payload?.blocks ?? [];

  expect(header).toMatchObject({
    type: 'header',
    text: { text: 'Bureau adds eleven chip firms to its trade list' },
  });
  expect(JSON.stringify(context)).toContain(
    'Wirewatch digest · Sat 22 Nov 2025, 08:00 · 1 new · 1 update · 1 contradiction · times in Europe/Berlin',
  );
});

test('begins a digest without stories with what it is', () => {
  const [payload] = rendered(digestDocument({ stories: [] }));

  expect(payload?.blocks[0]).toMatchObject({
    type: 'header',
    text: { text: 'Wirewatch digest · Sat 22 Nov 2025, 08:00' },
  });
});

test('tells what changed since the last digest, each with where it was told and its source', () => {
  const payloads = rendered(digestDocument({ changed: [changedStory(), changedStory({ permalink: null })] }));
  const text = slackText(payloads);

  expect(text).toContain(
    'What changed since the last digest\n• Port of Larkhaven stops its radio tender (chat.example): The tender',
  );
  expect(text).toContain('on 21 November. · Continental Wire, 20 Nov 2025 (wire.example)\n• Port of');
  expect(payloads.flatMap(liveMarkup)).toContain('link https://chat.example/archives/C1/p1763712000000100');
});

test('says nothing of changes when there are none, and when an earlier version owed the digest', () => {
  expect(slackText(rendered(digestDocument({ changed: [] })))).not.toContain('What changed');
  expect(slackText(rendered(digestDocument()))).not.toContain('What changed');
});

test('links no address of a told story that may not be followed', () => {
  const changed = [changedStory({ permalink: 'javascript:alert(1)', news: null })];

  expect(JSON.stringify(rendered(digestDocument({ changed })))).not.toContain('javascript');
});

test.each(languages)('says its own words in the language %s, and quotes as they were written', (language) => {
  const words = wordsOf(language);
  const textOf = (document: Parameters<typeof rendered>[0]) => slackText(rendered(document, { language }));

  expect(textOf(digestDocument({ changed: [changedStory()] }))).toContain(words.changedSince);
  expect(textOf(digestDocument())).toContain(`${words.tagContradicts} Bureau adds`);
  expect(textOf(storyDocument())).toContain(`${words.sources}\n[1] Bureau of Trade`);
  expect(textOf(updateDocument())).toContain(words.sourcesDisagree);
  expect(textOf(updateDocument())).toContain('The order names twelve firms.');
  expect(textOf(alertDocument())).toContain(`${words.alert}${words.colon}Chip licenses`);
  expect(rendered(answerDocument(), { language })[0]?.text).toMatch(new RegExp(`^${words.answer}`));
  expect(rendered(refusalDocument(), { language })[0]?.text).toMatch(new RegExp(`^${words.notInSources}`));
});
