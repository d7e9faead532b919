import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ConfigProblem } from './config-problem.ts';

export type KeyPath = readonly (string | number)[];

export type YamlFile =
  | {
      readonly kind: 'parsed';
      readonly value: unknown;
      /** `wirewatch.yaml, line 4` for a key, or for the nearest part of its path that stands in the file. */
      where(path: KeyPath): string;
      has(path: KeyPath): boolean;
    }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

interface Step {
  readonly node: unknown;
  /** Where the key or the list item begins; `null` where that is not known. */
  readonly offset: number | null;
}

/** One step down the parsed document, `null` when it does not lead on. */
function stepInto(node: unknown, segment: string | number): Step | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return pair ? { node: pair.value, offset: offsetOf(pair.key) } : null;
  }
  if (!isSeq(node) || typeof segment !== 'number' || segment >= node.items.length) return null;
  return { node: node.items[segment], offset: offsetOf(node.items[segment]) };
}

function offsetOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

/** Follows a path through the document; the offset is that of the last key or list item met. */
function follow(root: unknown, path: KeyPath): { offset: number | null; isWhole: boolean } {
  let at: Step = { node: root, offset: null };
  for (const segment of path) {
    const next = stepInto(at.node, segment);
    if (!next) return { offset: at.offset, isWhole: false };
    at = { node: next.node, offset: next.offset ?? at.offset };
  }
  return { offset: at.offset, isWhole: true };
}

/** Parses YAML 1.2. Every syntax error is told with its line; nothing of a broken file is used. */
export function parseYaml(text: string, fileName: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | null) =>
    offset === null ? fileName : `${fileName}, line ${lines.linePos(offset).line}`;
  const broken = (offset: number | null, reason: string): ConfigProblem => ({
    key: fileName,
    where: at(offset),
    value: null,
    problem: `this is not YAML: ${reason.replace(/\.$/, '')}`,
    wayOut: 'Mend this line; indentation, colons and quotes are the usual suspects.',
  });
  if (document.errors.length > 0) {
    return { kind: 'broken', problems: document.errors.map((error) => broken(error.pos[0], error.message)) };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      kind: 'parsed',
      value,
      where: (path) => at(follow(document.contents, path).offset),
      has: (path) => follow(document.contents, path).isWhole,
    };
  } catch (error) {
    return {
      kind: 'broken',
      problems: [broken(null, error instanceof Error ? error.message : 'unreadable')],
    };
  }
}
