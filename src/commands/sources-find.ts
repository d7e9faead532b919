import { feedAddress } from '../domain/feed-address.ts';
import type { SourceState } from '../domain/source.ts';
import type { CommandServices } from './command.ts';
import { ok, type Reading, refused } from './reading.ts';

const mostNamed = 10;

/** The source with this id, name or address. */
export async function findSource(
  words: string,
  { listSources }: Pick<CommandServices, 'listSources'>,
): Promise<Reading<SourceState>> {
  const known = await listSources();
  const wanted = words.trim().toLowerCase();
  const byId = known.find(({ source }) => source.id.toLowerCase() === wanted);
  if (byId) return ok(byId);
  const found = known.filter(({ source }) => source.name.toLowerCase() === wanted || isAt(words, source.url));
  const [first] = found;
  if (!first) return refused(`There is no source "${words.trim()}". ${listed(known)}`);
  if (found.length === 1) return ok(first);
  const ids = found.map(({ source }) => source.id).join(', ');
  return refused(
    `${found.length} sources are called "${words.trim()}". Write the id of one of them: ${ids}.`,
  );
}

/** The source at this address, which may be written in another way. */
export function sourceAt(url: string, known: readonly SourceState[]): SourceState | undefined {
  return known.find(({ source }) => isAt(url, source.url));
}

function isAt(words: string, url: string): boolean {
  const address = feedAddress(words);
  return address !== null && address === feedAddress(url);
}

function listed(known: readonly SourceState[]): string {
  if (known.length === 0) return 'No source is known yet; "sources add" adds one.';
  const ids = known.slice(0, mostNamed).map(({ source }) => `${source.id} (${source.name})`);
  const more = known.length > mostNamed ? ' "sources list" shows them all.' : '';
  return `There is ${ids.join(', ')}.${more}`;
}
