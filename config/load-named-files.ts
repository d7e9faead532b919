import { basename, join } from 'node:path';
import type { SourceDefinition } from '../src/domain/source.ts';
import type { Topic } from '../src/domain/topic.ts';
import { keyText } from './check-shape.ts';
import type { ConfigProblem } from './config-problem.ts';
import { duplicateIds, loadPreset, type PlacedSource, sourceOfOwnFeed } from './load-sources.ts';
import { loadTopic } from './load-topic.ts';
import type { ReadText } from './read-text-file.ts';
import { namingSchema } from './settings.ts';
import type { KeyPath } from './yaml-file.ts';

/** Where the settings came from, and where the files that they name are looked for, in this order. */
export interface Surroundings {
  readonly folders: readonly string[];
  readonly read: ReadText;
  readonly where: (path: KeyPath) => string;
}

export interface NamedFilesReading {
  /** `null` when there are problems with it. */
  readonly topic: Topic | null;
  readonly sources: readonly SourceDefinition[];
  readonly problems: readonly ConfigProblem[];
}

/** Reads the topic and the source lists that the settings name. Settings that do not fit are passed over here. */
export function loadNamedFiles(settings: unknown, around: Surroundings): NamedFilesReading {
  const naming = namingSchema.safeParse(settings);
  if (!naming.success) return { topic: null, sources: [], problems: [] };
  const { topic: topicName, sources } = naming.data;
  const topic = topicName === null ? null : readTopic(topicName, around);
  const presets = sources.presets.map((name, index) =>
    readPreset(name, ['sources', 'presets', index], around),
  );
  const own = sources.feeds.flatMap((feed, index): readonly PlacedSource[] => {
    const path = ['sources', 'feeds', index];
    return feed ? [{ source: sourceOfOwnFeed(feed), key: keyText(path), where: around.where(path) }] : [];
  });
  const placed = [...presets.flatMap((preset) => preset.sources), ...own];
  return {
    topic: topic?.kind === 'ok' ? topic.topic : null,
    sources: placed.map(({ source }) => source),
    problems: [
      ...(topic?.kind === 'invalid' ? topic.problems : []),
      ...presets.flatMap((preset) => preset.problems),
      ...duplicateIds(placed),
    ],
  };
}

function readTopic(name: string, around: Surroundings) {
  const file = findFile('topics', name, ['topic'], around);
  if (file.kind === 'absent') return { kind: 'invalid' as const, problems: [file.problem] };
  return loadTopic(file.text, file.name, name);
}

function readPreset(name: string | null, path: KeyPath, around: Surroundings) {
  if (name === null) return { sources: [], problems: [] };
  const file = findFile('sources', name, path, around);
  if (file.kind === 'absent') return { sources: [], problems: [file.problem] };
  return loadPreset(file.text, file.name);
}

type NamedFile =
  | { readonly kind: 'found'; readonly text: string; readonly name: string }
  | { readonly kind: 'absent'; readonly problem: ConfigProblem };

function findFile(folder: string, name: string, path: KeyPath, around: Surroundings): NamedFile {
  const fileName = `${name}.yaml`;
  const tried = around.folders.map((parent) => join(parent, folder, fileName));
  let problem = `there is no file ${tried.join(' or ')}`;
  for (const candidate of tried) {
    const file = around.read(candidate);
    if (file.kind === 'read') return { kind: 'found', text: file.text, name: basename(candidate) };
    if (file.kind === 'unreadable') problem = `the file ${candidate} cannot be read: ${file.reason}`;
  }
  const wayOut = `Correct the name, or write the file; a shipped one in config/${folder} shows how.`;
  const where = around.where(path);
  return { kind: 'absent', problem: { key: keyText(path), where, value: `"${name}"`, problem, wayOut } };
}
