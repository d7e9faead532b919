import type { SourceDefinition } from '../domain/source.ts';

/** A source as rows of property and value. */
export function sourceRows({ id, name, url, tier, lang }: SourceDefinition): readonly [string, string][] {
  return Object.entries({ id, name, url, tier, lang });
}
