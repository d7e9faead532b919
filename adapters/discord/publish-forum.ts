import type { MessageDocument, StoryEntry } from '../../src/domain/message-document.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { discordLimits } from './limits.ts';
import type { DiscordChannel } from './publish-api.ts';

/**
 * Tags of a forum for the verdicts in a document, where the forum has tags of their names that everybody may give: `new`,
 * `update`, `contradicts`, or as they are called in the channel's language. Case does not matter.
 */
export function tagIdsFor(
  document: MessageDocument,
  { available_tags: tags }: DiscordChannel,
  language: Language,
): readonly string[] {
  return tagIdsOf(verdictsOf(document), tags, language).slice(0, discordLimits.forumTagsPerPost);
}

/** The same of a post that stands: its verdicts are those of now, and the tags that people gave it stay. */
export function tagIdsAnew(
  document: MessageDocument,
  { available_tags: tags }: DiscordChannel,
  { applied_tags: applied }: DiscordChannel,
  language: Language,
): readonly string[] {
  const ofVerdicts = new Set(tagIdsOf(verdicts, tags, language));
  const others = (applied ?? []).filter((id) => !ofVerdicts.has(id));
  const now = tagIdsOf(verdictsOf(document), tags, language);
  return [...others, ...now].slice(0, discordLimits.forumTagsPerPost);
}

const verdicts: readonly StoryEntry['verdict'][] = ['new', 'update', 'contradicts'];

function tagIdsOf(
  wanted: readonly StoryEntry['verdict'][],
  tags: DiscordChannel['available_tags'],
  language: Language,
): readonly string[] {
  const words = wordsOf(language);
  const names = new Set(wanted.flatMap((verdict) => [verdict, verdictTag(verdict, words).toLowerCase()]));
  return (tags ?? [])
    .filter(({ name, moderated }) => names.has(name.toLowerCase()) && !moderated)
    .map(({ id }) => id);
}

function verdictsOf(document: MessageDocument): readonly StoryEntry['verdict'][] {
  switch (document.kind) {
    case 'digest':
      return document.stories.map(({ verdict }) => verdict);
    case 'alert':
      return document.stories.map(({ story }) => story.verdict);
    case 'story':
    case 'update':
      return [document.story.verdict];
    case 'answer':
    case 'notice':
      return [];
  }
}
