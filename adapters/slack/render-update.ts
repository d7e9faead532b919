import type { UpdateDocument } from '../../src/domain/message-document.ts';
import { leadSentences, numberSaid, readableTitle } from '../../src/domain/text/cite.ts';
import { slackLayout } from './limits.ts';
import { type Envelope, lineBlocks, type SlackPayload, slackMessages } from './messages.ts';
import { linked, ours } from './rich-text.ts';
import { conflictLines, section, sentenceLine, sourceSection, standingStory } from './story-lines.ts';

/** For a story's thread: what is new comes first, and what was told before is not told again. */
export function renderUpdate(update: UpdateDocument, envelope: Envelope): readonly SlackPayload[] {
  const story = standingStory(update.story);
  const { sentences, sources } = numberSaid(story, leadSentences(story));
  const title = readableTitle(story.headline, slackLayout.headlineChars);
  const heading = [
    ...ours('UPDATE', { code: true }),
    ...ours(' '),
    ...linked(title, sources[0]?.url ?? null, { bold: true }),
  ];
  const news = sentences.map((sentence) => [...ours('• '), ...sentenceLine(sentence)]);
  const blocks = [
    ...lineBlocks(heading, news),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...sourceSection(sources),
  ];
  return slackMessages(
    blocks.map((block) => [block]),
    `UPDATE: ${title}`,
    envelope,
  );
}
