import { expect, test } from 'vitest';
import { discordProblems, discordText, plainTextsOf } from '../../../fakes/discord-checker.ts';
import { alertDocument, digestDocument, storyDocument, storyEntry } from '../../../fixtures/documents.ts';
import { rendered, textOf } from './rendered.ts';

const embeds = { layout: 'embeds' } as const;

test('says the same in embeds as in components, with the same buttons', () => {
  for (const document of [digestDocument(), storyDocument(), alertDocument()]) {
    const [payload = {}, ...others] = rendered(document, embeds);

    expect(others).toEqual([]);
    expect(textOf(document, embeds).trim()).toBe(textOf(document));
    expect(plainTextsOf(payload)).toEqual(plainTextsOf(rendered(document)[0] ?? {}));
    expect(discordProblems(payload)).toEqual([]);
  }
});

test('calls people in the content, since an embed calls nobody', () => {
  const mentions = [{ kind: 'person', id: '803295467912340001' }] as const;
  const [payload] = rendered(digestDocument(), { ...embeds, mentions });

  expect(payload?.['content']).toBe('<@803295467912340001>');
  expect(payload?.['allowed_mentions']).toMatchObject({ users: ['803295467912340001'] });
});

test('colors each embed of a story by its verdict', () => {
  const summary = Array.from({ length: 3 }, () => ({ text: `${'word '.repeat(300)}.`, citations: [] }));
  const [payload] = rendered(storyDocument({ verdict: 'update', summary }), embeds);

  expect(payload?.['embeds']).toEqual([
    { color: 0x1971c2, description: expect.any(String) },
    { color: 0x1971c2, description: expect.any(String) },
  ]);
});

test('goes on in a further message after 6,000 characters, and loses no story', () => {
  const stories = Array.from({ length: 40 }, (_, index) =>
    storyEntry({ headline: `Headline number ${index}x` }),
  );
  const payloads = rendered(digestDocument({ stories }), embeds);

  expect(payloads.length).toBeGreaterThan(1);
  expect(payloads.flatMap(discordProblems)).toEqual([]);
  expect(stories.filter(({ headline }) => !discordText(payloads).includes(headline))).toEqual([]);
});
