import type { UpdateDocument } from '../../src/domain/message-document.ts';
import { leadSentences, numberSaid, readableTitle } from '../../src/domain/text/cite.ts';
import type { SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, type Envelope, lineBlocks, slackMessages } from './messages.ts';
import { linked, ours } from './rich-text.ts';
import { conflictSection, sentenceLine, sourceSection, standingStory } from './story-lines.ts';

/** For a story's thread: what is new comes first, and what was told before is not told again. */
export function renderUpdate(update: UpdateDocument, envelope: Envelope): readonly SlackPayload[] {
  const { words } = envelope;
  const story = standingStory(update.story);
  const { sentences, sources } = numberSaid(story, leadSentences(story));
  const title = readableTitle(story.headline, slackLayout.headlineChars, words);
  const heading = [
    ...ours(words.tagUpdate, { code: true }),
    ...ours(' '),
    ...linked(title, sources[0]?.url ?? null, { bold: true }),
  ];
  const news = sentences.map((sentence) => [...ours('• '), ...sentenceLine(sentence)]);
  const blocks = [
    ...lineBlocks(heading, news),
    ...conflictSection(story, words),
    ...sourceSection(sources, words),
  ];
  return slackMessages(apart(blocks), `${words.tagUpdate}${words.colon}${title}`, envelope);
}
