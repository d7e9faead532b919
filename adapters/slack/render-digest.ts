import type { ChangedStory, DigestDocument, SourceLink } from '../../src/domain/message-document.ts';
import { citedAs, numberCitations, readableTitle } from '../../src/domain/text/cite.ts';
import { wallClockText } from '../../src/domain/text/moment-text.ts';
import { verdictCounts } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { SlackBlock, SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, contexts, type Envelope, fewestMessages, header, lineBlocks } from './messages.ts';
import { openStoryBlocks } from './render-actions.ts';
import { digestStoryBlock } from './render-digest-story.ts';
import { fitsBlock, linked, literal, ours, type RichElement, richText } from './rich-text.ts';
import { standing } from './story-lines.ts';

/**
 * The headline of the day, the ranked stories in short, what changed since the last digest, the stories under the cap,
 * and a menu that opens one of them. The menu gives way before a sentence does, and a sentence before a second message.
 */
export function renderDigest(digest: DigestDocument, envelope: Envelope): readonly SlackPayload[] {
  const { words } = envelope;
  const headlines = digest.stories.map(({ headline }) =>
    readableTitle(headline, slackLayout.headlineChars, words),
  );
  const title = `${words.digest} · ${wallClockText(digest.asOfMs, digest.zone, words)}`;
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories, words) : words.noNewStory;
  const menus = [
    ...slackLayout.optionTitleChars.map((titleChars) => openStoryBlocks(digest.stories, titleChars, words)),
    [],
  ];
  const opening = [
    header(headlines[0] ?? title),
    ...contexts([`${title} · ${counts} · ${words.timesIn(digest.zone)}`]),
  ];
  const closing = [
    ...changedBlocks(digest.changed ?? [], words),
    ...alsoToldBlocks(digest.alsoTold, words),
    ...contexts(digest.notes),
  ];
  const candidates = [slackLayout.digestSentences, 1].flatMap((maxSentences) => {
    const stories = digest.stories.map((story, index) =>
      digestStoryBlock(story, { rank: index + 1, maxSentences, words }),
    );
    return menus.map((menu) => apart([...opening, ...stories, ...closing, ...menu]));
  });
  const notification = [`${title}${words.colon}${counts}`, ...headlines].join('; ');
  return fewestMessages(candidates, notification, envelope);
}

/** Posted stories of which more was told since, each a link to where it was told. */
function changedBlocks(changed: readonly ChangedStory[], words: Words): readonly SlackBlock[] {
  if (changed.length === 0) return [];
  return lineBlocks(
    ours(words.changedSince, { bold: true }),
    changed.map((story) => changedLine(story, words)),
  );
}

/** As much of it as fits a block: the headline always does. Its one sentence needs no number for its sources. */
function changedLine({ headline, news, permalink }: ChangedStory, words: Words): readonly RichElement[] {
  const title = readableTitle(headline, slackLayout.headlineChars, words);
  const start = [...ours('• '), ...linked(title, permalink)];
  const [sentence] = standing(news ? [news] : []);
  const { sources } = numberCitations(sentence ? [sentence] : []);
  const told = sentence ? [...ours(words.colon), ...literal(sentence.text)] : [];
  const named = sources
    .slice(0, slackLayout.digestSources)
    .flatMap((source) => [...ours(' · '), ...linked(citedAs(source, words), source.url)]);
  const candidates = [[...start, ...told, ...named], start, [...ours('• '), ...linked(title, null)]];
  return candidates.find(fitsBlock) ?? [];
}

/** Stories under the cap, one after the other in one line. */
function alsoToldBlocks(links: readonly SourceLink[], words: Words): readonly SlackBlock[] {
  const blocks: RichElement[][] = [];
  for (const link of links) {
    const item = linked(readableTitle(link.title, slackLayout.titleChars, words), link.url);
    const joined = [...(blocks.at(-1) ?? []), ...ours(' · '), ...item];
    if (blocks.length > 0 && fitsBlock(joined)) blocks[blocks.length - 1] = joined;
    else blocks.push([...ours(blocks.length === 0 ? `${words.also} ` : '… '), ...item]);
  }
  return blocks.map(richText);
}
