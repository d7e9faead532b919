import type { MessageDocument, SourceLink, StoryEntry } from '../../../src/domain/message-document.ts';
import { shortHash } from '../../../src/domain/text/short-hash.ts';

const tooMany = 60;

/**
 * The documents of the month, a third of them so long that Slack takes several messages for them. Which ones follows from
 * what they say, so that a revision has more messages than what it revises, or fewer.
 */
export function inflated(document: MessageDocument): MessageDocument {
  if (Number.parseInt(shortHash(JSON.stringify(document)).slice(0, 4), 16) % 3 > 0) return document;
  switch (document.kind) {
    case 'digest':
      return { ...document, notes: [...document.notes, ...lines()] };
    case 'story':
    case 'update':
      return { ...document, story: withSources(document.story) };
    case 'alert':
      return {
        ...document,
        stories: document.stories.map((entry) => ({ ...entry, story: withSources(entry.story) })),
        reason: lines().join(' '),
      };
    case 'answer':
      return document;
    case 'notice':
      return { ...document, paragraphs: [...document.paragraphs, ...lines()] };
  }
}

function lines(): readonly string[] {
  return Array.from({ length: tooMany }, (_, index) => `Line ${index} ${'of many words '.repeat(20)}.`);
}

function withSources(story: StoryEntry): StoryEntry {
  const sources = Array.from({ length: tooMany }, (_, index): SourceLink => {
    const name = `Paper number ${index}`;
    return {
      ...{
        articleId: name,
        url: `https://paper.example/${index}`,
        title: `${name} ${'says so '.repeat(15)}`,
      },
      ...{ publisher: name, publishedAt: story.publishedAt, tier: 'wire', isNote: false },
    };
  });
  return { ...story, sources: [...story.sources, ...sources] };
}
