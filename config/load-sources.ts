import type { SourceDefinition } from '../src/domain/source.ts';
import { checkShape, keyText } from './check-shape.ts';
import type { ConfigProblem } from './config-problem.ts';
import { type OwnFeed, presetSchema } from './settings.ts';
import { parseYaml } from './yaml-file.ts';

/** A source with the place that names it, for telling about two with one id. */
export interface PlacedSource {
  readonly source: SourceDefinition;
  readonly key: string;
  readonly where: string;
}

export interface SourcesReading {
  readonly sources: readonly PlacedSource[];
  readonly problems: readonly ConfigProblem[];
}

/** Reads a list of shipped feeds, a file of config/sources. */
export function loadPreset(text: string, fileName: string): SourcesReading {
  const file = parseYaml(text, fileName);
  if (file.kind === 'broken') return { sources: [], problems: file.problems };
  const checked = checkShape(presetSchema, file.value, file.where);
  if (checked.kind === 'misfits') return { sources: [], problems: checked.problems };
  const sources = checked.value.map((source, index) => ({
    source,
    key: keyText([index, 'id']),
    where: file.where([index, 'id']),
  }));
  return { sources, problems: [] };
}

/** An operator's feed with what was left out filled in. Nobody has seen it answer yet. */
export function sourceOfOwnFeed({ url, name, tier, lang, id }: OwnFeed): SourceDefinition {
  return { id: id ?? idOf(name, url), name, url, tier: tier ?? 'wire', lang: lang ?? 'und', verified: false };
}

/** Two sources with one id: the second is told, with the place of the first. */
export function duplicateIds(sources: readonly PlacedSource[]): readonly ConfigProblem[] {
  const firsts = new Map<string, PlacedSource>();
  return sources.flatMap((placed) => {
    const { id } = placed.source;
    const first = firsts.get(id);
    if (!first) {
      firsts.set(id, placed);
      return [];
    }
    const problem = `the source id ${id} is taken already (${first.where})`;
    const wayOut = `Give ${placed.source.name} another id with a line such as "id: ${id}-2".`;
    return [{ key: placed.key, where: placed.where, value: null, problem, wayOut }];
  });
}

/** From the name; from host and path where the name has no Latin letter to make an id of. */
function idOf(name: string, url: string): string {
  return slug(name) || slug(url.replace(/^https?:\/\//, '')) || 'feed';
}

function slug(text: string): string {
  const words = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-|-$/g, '');
}
