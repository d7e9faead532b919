import { sourceOfOwnFeed } from '../../config/load-sources.ts';
import { language, webAddress } from '../../config/setting-kinds.ts';
import type { AskLimits, AskTools } from '../collect/poll-source.ts';
import { trySource } from '../collect/try-source.ts';
import type { RoomServices, SourceWish, TriedSource } from '../commands/command.ts';
import type { SourceTier } from '../domain/article.ts';
import { feedAddress } from '../domain/feed-address.ts';
import { neverPolled, noValidators, type SourceDefinition, type SourceState } from '../domain/source.ts';
import { cutAtWord } from '../domain/text/cut-at-word.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { SourceStore } from '../ports/source-store.ts';

export interface SourceServiceTools {
  readonly collect: AskTools & { readonly sources: Pick<SourceStore, 'list'> };
  readonly limits: AskLimits;
  readonly configured: readonly SourceDefinition[];
}

/** Room for a name in lists and buttons. */
const mostNameChars = 100;

/** Longer ids could not be chosen while they are typed. */
const mostHostChars = 60;

const tiers: readonly SourceTier[] = ['wire', 'primary', 'commentary'];

/** What the collecting room and the configuration's rules do for the commands about sources. */
export function createSourceServices(
  tools: SourceServiceTools,
): Pick<RoomServices, 'listSources' | 'trySource'> {
  return {
    listSources: () => listSources(tools),
    trySource: (wish) => tryWish(wish, tools),
  };
}

/** Sources that are configured and were not polled yet are listed too: the store learns of them at the first run. */
async function listSources({ collect, configured }: SourceServiceTools): Promise<readonly SourceState[]> {
  const stored = await collect.sources.list();
  const known = new Set(stored.map(({ source }) => source.id));
  const unknown = configured.filter(({ id }) => !known.has(id));
  return [...stored, ...unknown.map((source) => ({ source, validators: noValidators, health: neverPolled }))];
}

/** By the rules of the configuration, whose own words say what is wrong. */
async function tryWish(wish: SourceWish, { collect, limits }: SourceServiceTools): Promise<TriedSource> {
  const lang = wish.lang.trim();
  const problem =
    problemOf('url', webAddress(), wish.url) ?? (lang === '' ? null : problemOf('lang', language(), lang));
  if (problem !== null) return { kind: 'refused', problem };
  // As a browser writes it: what cannot be seen in it is encoded.
  const { href: url, host } = new URL(wish.url);
  const trial = await trySource(url, collect, limits);
  if (trial.kind === 'refused') return trial;
  const { entryCount, newestTitle } = trial;
  const name = cutAtWord(singleLine(wish.name) || trial.title || host, mostNameChars);
  const tier = tiers.find((known) => known === wish.tier) ?? 'wire';
  const own = sourceOfOwnFeed({ url, name, tier, lang: lang || (trial.lang ?? 'und'), id: idOf(url) });
  // It was seen to answer with its feed just now.
  return { kind: 'read', source: { ...own, verified: true }, entryCount, newestTitle };
}

/** The sentence for a value that does not fit. The value is left out: an address may hold a password. */
function problemOf(option: string, kind: ReturnType<typeof webAddress>, value: string): string | null {
  const [issue] = kind.safeParse(value).error?.issues ?? [];
  if (!issue) return null;
  const wayOut = issue.code === 'custom' ? String(issue.params?.['wayOut'] ?? '') : '';
  return `The ${option} does not fit: ${issue.message}. ${wayOut}`;
}

/**
 * One address has one id, so that a source that is added once more knows what it brought. No id of the configuration
 * has a colon: neither can take the other's.
 */
function idOf(url: string): string {
  const host = new URL(url).hostname.replace(/^www\./, '').slice(0, mostHostChars);
  return `added:${host}-${shortHash(feedAddress(url) ?? url).slice(0, 8)}`;
}
