import type { Mention } from '../mention.ts';

/** A mention as text, which calls nobody: `@alice`, `@role:compliance`. Raw: a renderer escapes it. */
export function mentionName({ kind, id }: Mention): string {
  switch (kind) {
    case 'person':
      return `@${id}`;
    case 'role':
      return `@role:${id}`;
  }
}
