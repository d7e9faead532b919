import { prepareForMatching } from './text/term-matcher.ts';
import type { Topic } from './topic.ts';

/** Whether a publisher is an authority of the topic, under any of its names: what it publishes is the document itself. */
export function isAuthority(publisher: string | null, topic: Topic): boolean {
  if (!publisher) return false;
  const name = folded(publisher);
  return topic.entities.some(
    ({ kind, aliases }) => kind === 'agency' && aliases.some((alias) => folded(alias) === name),
  );
}

function folded(name: string): string {
  return prepareForMatching(name.trim()).toLowerCase();
}
