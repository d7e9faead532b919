import type { SourceTier } from './article.ts';
import { prepareForMatching } from './text/term-matcher.ts';
import type { Topic } from './topic.ts';

/** The tier of a document whose source is not configured: primary when an authority of the topic published it. */
export function tierOfPublisher(publisher: string | null, topic: Topic): SourceTier {
  if (!publisher) return 'wire';
  const name = prepareForMatching(publisher.trim()).toLowerCase();
  const isAuthority = topic.entities.some(
    ({ kind, aliases }) =>
      kind === 'agency' && aliases.some((alias) => prepareForMatching(alias).toLowerCase() === name),
  );
  return isAuthority ? 'primary' : 'wire';
}
