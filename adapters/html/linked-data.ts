import type { PageDocument } from './page-document.ts';

export type LinkedNode = Readonly<Record<string, unknown>>;

const maxNodes = 500;

/** Every object in the page's JSON-LD blocks, outermost first. A block that is no JSON is passed over. */
export function linkedNodes(document: PageDocument): readonly LinkedNode[] {
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    queue.push(parseJson(script.textContent ?? ''));
  }
  const nodes: LinkedNode[] = [];
  for (let index = 0; index < queue.length && nodes.length < maxNodes; index += 1) {
    const value = queue[index];
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, maxNodes));
    } else if (typeof value === 'object' && value !== null) {
      const node: LinkedNode = { ...value };
      nodes.push(node);
      queue.push(node['@graph'], node['mainEntity']);
    }
  }
  return nodes;
}

const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting|PressRelease)$/;

/** The node that describes the article, `null` where the page describes none. */
export function articleNode(nodes: readonly LinkedNode[]): LinkedNode | null {
  return nodes.find((node) => typesOf(node).some((type) => articleType.test(type))) ?? null;
}

/** A field as text: the text itself, the name of an object, or the first of several. */
export function linkedText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return linkedText(value[0]);
  if (typeof value === 'object' && value !== null && 'name' in value) return linkedText(value.name);
  return null;
}

function typesOf(node: LinkedNode): readonly string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string');
}

function parseJson(text: string): unknown {
  try {
    // Some pages wrap the block in a comment or CDATA, as one did for scripts.
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return null;
  }
}
