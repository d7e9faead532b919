import type { Entry } from '../domain/entry.ts';
import { noValidators } from '../domain/source.ts';
import { type AskLimits, type AskTools, askFeed } from './poll-source.ts';

export type SourceTrial =
  | {
      readonly kind: 'read';
      /** The feed's own name, empty where it gives none. */
      readonly title: string;
      /** The feed's own language, `null` where it gives none. */
      readonly lang: string | null;
      readonly entryCount: number;
      readonly newestTitle: string;
    }
  /** A sentence that says why it is no source. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Reads an address once, as a poll would, to see whether it is a feed that brings something. Keeps nothing. */
export async function trySource(url: string, tools: AskTools, limits: AskLimits): Promise<SourceTrial> {
  const host = URL.parse(url)?.host ?? url;
  const answer = await askFeed({ name: host, url }, noValidators, tools, limits);
  if (answer.problem !== null) return { kind: 'refused', problem: answer.problem };
  const newest = newestOf(answer.entries);
  if (!newest) return { kind: 'refused', problem: emptyProblem(host, answer.dropped) };
  const { title, lang, entries } = answer;
  return { kind: 'read', title, lang, entryCount: entries.length, newestTitle: newest.title };
}

/** Where no entry has a date, the first: feeds begin with their newest. */
function newestOf(entries: readonly Entry[]): Entry | undefined {
  const ageOf = ({ publishedAt }: Entry) => publishedAt.epochMs ?? Number.NEGATIVE_INFINITY;
  return entries.toSorted((a, b) => (ageOf(a) < ageOf(b) ? 1 : ageOf(a) > ageOf(b) ? -1 : 0))[0];
}

function emptyProblem(host: string, [firstDropped]: readonly string[]): string {
  if (firstDropped === undefined)
    return `The feed of ${host} has no entries, so nothing shows that it works.`;
  return `The feed of ${host} has no entry that can be used. ${firstDropped}`;
}
