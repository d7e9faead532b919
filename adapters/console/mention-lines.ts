import type { Mention } from '../../src/domain/mention.ts';
import { mentionName } from '../../src/domain/text/mention-name.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import { block } from './story-lines.ts';

/** Who is called to a message, at its end: `→ @alice, @role:compliance`. A terminal calls nobody by itself. */
export function mentionLines(mentions: readonly Mention[], words: Words): readonly string[] {
  if (mentions.length === 0) return [];
  const names = mentions.map((mention) =>
    escapeTitle(mentionName(mention), consoleLimits.mentionChars, words),
  );
  return ['', ...block(names.join(', '), 3, ' →')];
}
