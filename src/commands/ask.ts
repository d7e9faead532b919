import type { Command } from './command.ts';
import { required } from './option.ts';

export const askCommand: Command = {
  definition: {
    name: 'ask',
    help: 'Answers a question from what is known, every sentence cited, or says that the sources do not hold it.',
    who: 'all',
    options: [required('question', 'The question, in words.')],
  },
  async handle({ question = '' }, _actor, { ask }) {
    return { kind: 'documents', documents: [await ask(question)] };
  },
};
