import type { Command } from './command.ts';
import { required } from './option.ts';

export const storyCommand: Command = {
  definition: {
    name: 'story',
    help: 'Shows a story with its sources, what is new in it, and where sources disagree.',
    who: 'all',
    options: [required('story', "A story's id, or words of it.", { completes: 'story' })],
  },
  async handle({ story = '' }, _actor, { findStory }) {
    const found = await findStory(story);
    if (found) return { kind: 'documents', documents: [found] };
    return { kind: 'refused', problem: `No story is known by "${story}". Try other words of its headline.` };
  },
};
