import type { Assembly } from '../assemble.ts';
import { compareAndKeep } from '../collect/keep.ts';
import { judgementLine, judgementText } from './judgement-line.ts';
import { type GivenArticle, readArticles } from './read-articles.ts';
import { printJson, type Terminal } from './terminal.ts';

/** Reads articles in order as if they had just arrived, and says of each what was judged. */
export async function ingest(file: string, assembly: Assembly, terminal: Terminal): Promise<void> {
  for (const given of readArticles(file)) await ingestOne(given, assembly, terminal);
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
