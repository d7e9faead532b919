import type { Assembly } from '../assemble.ts';
import { compareAndKeep } from '../collect/keep.ts';
import { readableTitle } from '../domain/text/cite.ts';
import { wordsOf } from '../domain/words/words-of.ts';
import { judgementLine, judgementText } from './judgement-line.ts';
import { type GivenArticle, readArticles } from './read-articles.ts';
import { printJson, type Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

const mostTitle = 100;

/**
 * Reads articles in order as if they had just arrived, and says of each what was judged. One that cannot be judged is
 * told with its reason, costs the others nothing, and makes the command fail at its end.
 */
export async function ingest(file: string, assembly: Assembly, terminal: Terminal): Promise<void> {
  let failures = 0;
  for (const given of readArticles(file)) {
    try {
      await ingestOne(given, assembly, terminal);
    } catch (error) {
      failures += 1;
      tellFailure(given, error, terminal);
    }
  }
  if (failures > 0) throw new CommandFailure(`${failures} of the articles could not be judged; see above.`);
}

function tellFailure({ givenId, raw }: GivenArticle, error: unknown, terminal: Terminal): void {
  const problem = error instanceof Error ? error.message : String(error);
  if (terminal.isJson) printJson(terminal, { id: givenId, title: raw.title, error: problem });
  else terminal.err(`not judged: ${readableTitle(raw.title, mostTitle, wordsOf('en'))}: ${problem}\n`);
}

async function ingestOne(
  { givenId, raw }: GivenArticle,
  assembly: Assembly,
  terminal: Terminal,
): Promise<void> {
  const { tools } = assembly.collect;
  const prepared = await tools.judge.prepare(raw);
  const kept = prepared.relevance.isRelevant
    ? await compareAndKeep(prepared, { keptAtMs: assembly.clock.nowMs(), entryId: null }, tools)
    : null;
  const line = judgementLine(givenId, prepared, kept?.storyId ?? null, kept?.comparison ?? null);
  if (terminal.isJson) printJson(terminal, line);
  else terminal.out(judgementText(line, prepared.article.title));
}
