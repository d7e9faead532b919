import type { Command } from './command.ts';
import { findWatch } from './find-watch.ts';
import { optional, required } from './option.ts';
import { refused } from './reading.ts';

export const watchTestCommand: Command = {
  definition: {
    name: 'watch test',
    help: 'Says of an article where a watch matched it, or at which stage it stopped and why.',
    who: 'all',
    options: [
      required('article', 'Its address, its id, or a text.'),
      optional('watch', 'Id or name of a watch.', { completes: 'watch' }),
      optional('query', 'A query instead of a watch.'),
    ],
  },
  async handle({ article = '', watch: words, query }, actor, services) {
    if (words && query) return refused('Give a watch or a query, not both.');
    if (query) return services.explainWatch({ query }, article);
    if (!words) return refused('Give a watch, by its id or name, or a query to test the article on.');
    const found = await findWatch(words, actor, services);
    return found.kind === 'refused' ? found : services.explainWatch(found.value, article);
  },
};
