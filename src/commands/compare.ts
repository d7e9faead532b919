import type { Command } from './command.ts';
import { required } from './option.ts';

export const compareCommand: Command = {
  definition: {
    name: 'compare',
    help: 'Tells what is new in an article against all that is known, and what contradicts it. Keeps nothing.',
    who: 'all',
    answers: 'everyone',
    options: [required('article', 'Its address, or its text.')],
  },
  async handle({ article = '' }, _actor, { compareArticle }) {
    const outcome = await compareArticle(article);
    return outcome.kind === 'compared'
      ? { kind: 'documents', documents: [outcome.document] }
      : { kind: 'refused', problem: outcome.problem };
  },
};
