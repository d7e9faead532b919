import { expect, test } from 'vitest';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import { loadSchemaCheck } from '../../../fakes/discord/openapi-check.ts';
import { messageProblems } from '../../../fakes/discord/validate/message.ts';
import { componentsOf, discordProblems } from '../../../fakes/discord-checker.ts';
import {
  alertDocument,
  cited,
  digestDocument,
  hostileStrings,
  sourceLink,
  storyDocument,
  storyEntry,
} from '../../../fixtures/documents.ts';
import { rendered, textOf } from './rendered.ts';

const imageUrl = 'https://cdn.example/a.jpg';
const pictured = {
  imageUrl,
  sources: [sourceLink(), sourceLink({ articleId: 'b', publisher: 'Harbor Wire', imageUrl })],
};
const unpictured = { sources: pictured.sources };
const layouts = ['components', 'embeds'] as const;
// Discord's own description of its API, where it is beside the checkout.
const schemaProblems = loadSchemaCheck('MessageCreateRequest') ?? (() => []);

function alertOf(...stories: readonly object[]): MessageDocument {
  return alertDocument({
    stories: stories.map((changes) => ({ story: storyEntry(changes), matched: ['license'], revised: null })),
  });
}

function sectionsOf(document: MessageDocument, mentions: Parameters<typeof rendered>[1] = {}) {
  return rendered(document, mentions)
    .flatMap(componentsOf)
    .filter(({ type }) => type === 9);
}

test('shows the picture of a story beside its headline, described by the name of its publisher', () => {
  expect(sectionsOf(storyDocument(pictured))).toEqual([
    {
      type: 9,
      components: [{ type: 10, content: expect.stringMatching(/^\*\*1\.\*\* `NEW`/) }],
      accessory: { type: 11, media: { url: imageUrl }, description: 'Harbor Wire' },
    },
  ]);
});

test('keeps the picture beside the headline where people are called first', () => {
  const mentions = [{ kind: 'person', id: '803295467912340001' }] as const;

  expect(sectionsOf(storyDocument(pictured), { mentions })).toMatchObject([
    { components: [{ content: expect.stringMatching(/^\*\*1\.\*\* `NEW`/) }] },
  ]);
});

test('shows the picture of an alert about one story beside the story, and none for several', () => {
  expect(sectionsOf(alertOf(pictured))).toMatchObject([
    { components: [{ content: expect.stringMatching(/^\*\*1\.\*\* `NEW`/) }] },
  ]);
  expect(sectionsOf(alertOf(pictured, pictured))).toEqual([]);
});

test('shows the picture in embeds as the thumbnail of the first', () => {
  const summary = Array.from({ length: 3 }, () => cited(`${'word '.repeat(300)}.`));
  for (const document of [storyDocument({ ...pictured, summary }), alertOf(pictured)]) {
    const embeds = rendered(document, { layout: 'embeds' }).flatMap(({ embeds: parts }) => parts);

    expect(embeds[0]).toMatchObject({ thumbnail: { url: imageUrl } });
    expect(JSON.stringify(embeds.slice(1))).not.toContain('thumbnail');
  }
});

test.each(layouts)('a picture takes no text away and no limit is passed in %s', (layout) => {
  const summary = Array.from({ length: 12 }, (_, index) =>
    cited(`Sentence ${index} ${'word '.repeat(100)}.`),
  );
  const conflicts = storyEntry().conflicts;
  const long = { summary, whatIsNew: summary, conflicts };
  for (const more of [{}, long]) {
    for (const [withIt, without] of [
      [storyDocument({ ...pictured, ...more }), storyDocument({ ...unpictured, ...more })],
      [alertOf({ ...pictured, ...more }), alertOf({ ...unpictured, ...more })],
    ] as const) {
      const payloads = rendered(withIt, { layout });

      expect(textOf(withIt, { layout })).toBe(textOf(without, { layout }));
      expect(payloads.filter((payload) => JSON.stringify(payload).includes(imageUrl))).toHaveLength(1);
      expect(payloads.flatMap(discordProblems)).toEqual([]);
      expect(payloads.flatMap((payload) => messageProblems(payload, null))).toEqual([]);
      expect(payloads.flatMap(schemaProblems)).toEqual([]);
    }
  }
});

test.each(layouts)(
  'a story without a picture, or owed by an earlier version, is shown as before in %s',
  (layout) => {
    for (const document of [storyDocument(), storyDocument({ imageUrl: null }), digestDocument()]) {
      const shown = JSON.stringify(rendered(document, { layout }));

      expect(shown).not.toContain('thumbnail');
      expect(shown).not.toContain('"accessory"');
    }
  },
);

test.each([
  'http://cdn.example/a.jpg',
  'https://127.0.0.1/a.jpg',
  'https://user:word@cdn.example/a.jpg',
  'data:image/png;base64,AAAA',
  'attachment://a.png',
  ...hostileStrings.filter((text) => !text.startsWith('https://')),
])('shows no picture at the address %j', (address) => {
  for (const layout of layouts) {
    expect(rendered(storyDocument({ imageUrl: address }), { layout })).toEqual(
      rendered(storyDocument(), { layout }),
    );
  }
});

test.each([...hostileStrings, '\u200B', 'x'.repeat(2000)])(
  'describes a picture by a publisher called %j',
  (publisher) => {
    const sources = [sourceLink({ publisher, imageUrl })];
    const payloads = rendered(storyDocument({ imageUrl, sources }));

    expect(JSON.stringify(payloads)).toContain(imageUrl);
    expect(payloads.flatMap(discordProblems)).toEqual([]);
    expect(payloads.flatMap((payload) => messageProblems(payload, null))).toEqual([]);
  },
);

test('a picture of no known publisher stands without a description', () => {
  const [section] = sectionsOf(storyDocument({ imageUrl }));

  expect(section?.['accessory']).toEqual({ type: 11, media: { url: imageUrl } });
});
