import type { Command } from './command.ts';

export const askCommand: Command = {
  definition: {
    name: 'ask',
    help: 'Answers a question from what is known, every sentence cited, or says that the sources do not hold it.',
    who: 'all',
    options: [
      { name: 'question', help: 'The question, in words.', isRequired: true, choices: [], isFlag: false },
    ],
  },
  async handle({ question = '' }, _actor, { ask }) {
    return { kind: 'documents', documents: [await ask(question)] };
  },
};
