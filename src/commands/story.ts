import { wordsOf } from '../domain/words/words-of.ts';
import type { Command } from './command.ts';
import { optional, required } from './option.ts';
import { refused } from './reading.ts';
import { storySourcesTable, storyTimelineTable } from './story-tables.ts';

export const storyCommand: Command = {
  definition: {
    name: 'story',
    help: 'Shows a story with its sources, what is new in it, and where sources disagree.',
    who: 'all',
    answers: 'everyone',
    options: [
      required('story', "A story's id, or words of it.", { completes: 'story' }),
      optional('show', 'all: the story; sources: its articles with links; timeline: what each one added.', {
        choices: ['all', 'sources', 'timeline'],
      }),
    ],
  },
  async handle({ story = '', show }, { language }, { findStory, readStory }) {
    const unknown = refused(`No story is known by "${story}". Try other words of its headline.`);
    if (show !== 'sources' && show !== 'timeline') {
      const found = await findStory(story);
      return found ? { kind: 'documents', documents: [found] } : unknown;
    }
    const read = await readStory(story);
    if (!read) return unknown;
    const table = show === 'sources' ? storySourcesTable : storyTimelineTable;
    return { kind: 'table', table: table(read, wordsOf(language)) };
  },
};
