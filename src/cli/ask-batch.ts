import { z } from 'zod';
import type { Assembly } from '../assemble.ts';
import type { Actor } from '../domain/command.ts';
import { readJsonLines } from './read-articles.ts';
import { answerLine } from './show-answer.ts';
import { printJson, type Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

const line = z.looseObject({ id: z.string().nullish(), question: z.string().min(1) });

/** Answers the questions of a JSON Lines file (`{id?, question}` a line), each as one JSON object. */
export async function askBatch(
  file: string,
  assembly: Assembly,
  actor: Actor,
  terminal: Terminal,
): Promise<void> {
  for (const { id, question } of readJsonLines(file, line)) {
    const answer = await assembly.commands.run({ name: 'ask', options: { question } }, actor);
    if (answer.kind === 'refused') throw new CommandFailure(answer.problem);
    const documents = answer.kind === 'documents' ? answer.documents : [];
    for (const document of documents) {
      if (document.kind === 'answer') printJson(terminal, answerLine(id ?? null, document));
    }
  }
}
