import type { Mention } from '../../src/domain/mention.ts';
import { shortened } from '../../src/domain/text/cite.ts';
import { mentionName } from '../../src/domain/text/mention-name.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { labelText } from './escape.ts';
import { slackLayout } from './limits.ts';
import { ours, type RichElement } from './rich-text.ts';

/** Ids of people and user groups (docs.slack.dev, "Formatting message text"). */
const slackIds: Readonly<Record<Mention['kind'], RegExp>> = {
  person: /^[UW][A-Z0-9]{1,20}$/,
  role: /^S[A-Z0-9]{1,20}$/,
};

/** Calls people and groups by elements of their own. An id that cannot be Slack's stays text and calls nobody. */
export function mentionElements(mentions: readonly Mention[], words: Words): readonly RichElement[] {
  const shown = mentions.slice(0, slackLayout.mentions);
  const unnamed = mentions.length - shown.length;
  const named = shown.flatMap((mention, index) => [
    ...(index > 0 ? ours(' ') : []),
    ...mentionElement(mention),
  ]);
  return unnamed > 0 ? [...named, ...ours(` · ${words.more(unnamed)}`)] : named;
}

function mentionElement(mention: Mention): readonly RichElement[] {
  const { kind, id } = mention;
  if (!slackIds[kind].test(id)) {
    return ours(labelText(shortened(mentionName(mention), slackLayout.mentionChars)));
  }
  switch (kind) {
    case 'person':
      return [{ type: 'user', user_id: id }];
    case 'role':
      return [{ type: 'usergroup', usergroup_id: id }];
  }
}
