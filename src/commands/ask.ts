import type { Command } from './command.ts';
import { required } from './option.ts';

/** What somebody points back to was said shortly before. */
const mostEarlier = 5;

export const askCommand: Command = {
  definition: {
    name: 'ask',
    help: 'Answers a question from what is known, every sentence cited, or says that the sources do not hold it.',
    who: 'all',
    answers: 'everyone',
    options: [required('question', 'The question, in words.')],
  },
  async handle({ question = '' }, actor, { ask, conversations, clock }) {
    const { platform, workspaceId, conversationId } = actor;
    if (conversationId === null) return { kind: 'documents', documents: [await ask(question, [])] };
    const workspace = { platform, workspaceId };
    const earlier = await conversations.earlier(workspace, conversationId, mostEarlier);
    const answer = await ask(question, earlier);
    // A question that could not be answered is kept too: the next one may put it in other words.
    await conversations.add({ workspace, conversationId, question, atMs: clock.nowMs() });
    return { kind: 'documents', documents: [answer] };
  },
};
