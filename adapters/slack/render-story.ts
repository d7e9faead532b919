import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory, readableTitle } from '../../src/domain/text/cite.ts';
import { momentText } from '../../src/domain/text/moment-text.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { slackLayout } from './limits.ts';
import { lineBlocks, type SlackPayload, slackMessages } from './messages.ts';
import { linked, ours, type RichElement } from './rich-text.ts';
import { conflictLines, sentenceLine, sourceLine, standing } from './story-lines.ts';

type Lines = readonly (readonly RichElement[])[];

export function renderStory({ story, rank }: StoryDocument, key: string): readonly SlackPayload[] {
  const numbered = numberStory(story);
  const title = readableTitle(story.headline, slackLayout.headlineChars);
  const tag = verdictTag(story.verdict);
  const opening: Lines = [
    [
      ...ours(`${rank}. `, { bold: true }),
      ...ours(tag, { code: true }),
      ...ours(' '),
      ...linked(title, numbered.sources[0]?.url ?? null, { bold: true }),
    ],
    ours(momentText(story.publishedAt), { italic: true }),
    ...standing(numbered.summary).map(sentenceLine),
  ];
  const blocks = [
    ...lineBlocks([], opening),
    ...section(
      'What is new',
      standing(numbered.whatIsNew).map((sentence) => [...ours('• '), ...sentenceLine(sentence)]),
    ),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...section(
      'Sources',
      numbered.sources.map((source, index) => sourceLine(source, index + 1)),
    ),
  ];
  return slackMessages(
    blocks.map((block) => [block]),
    `${tag}: ${title}`,
    key,
  );
}

function section(heading: string, lines: Lines): ReturnType<typeof lineBlocks> {
  return lines.length > 0 ? lineBlocks(ours(heading, { bold: true }), lines) : [];
}
