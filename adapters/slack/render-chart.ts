import type { DayChart } from '../../src/domain/command.ts';
import { readableLine } from '../../src/domain/text/cite.ts';
import type { SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, type Envelope, header, lineBlocks, slackMessages, textLines } from './messages.ts';
import { fitsBlock, literal, ours, preformatted, type RichElement } from './rich-text.ts';

/** A bar for each day, and the same in words. */
export function renderChart({ heading, days, text }: DayChart, envelope: Envelope): readonly SlackPayload[] {
  const longest = Math.max(1, ...days.map(({ count }) => count));
  const bars = days.map(({ day, count }) => barLine(readableLine(day), count, longest));
  const blocks = [header(heading), ...barBlocks(bars), ...lineBlocks([], textLines(text))];
  return slackMessages(apart(blocks), `${heading}: ${text}`, envelope);
}

/** `2026-11-10 ████ 4`; a day with any story has a bar. */
function barLine(day: string, count: number, longest: number): readonly RichElement[] {
  const chars = count > 0 ? Math.max(1, Math.round((count / longest) * slackLayout.barChars)) : 0;
  return [...literal(day), ...ours(` ${'█'.repeat(chars)}${chars > 0 ? ' ' : ''}${count}`)];
}

function barBlocks(lines: readonly (readonly RichElement[])[]) {
  const blocks: (readonly RichElement[])[] = [];
  for (const line of lines) {
    const joined = [...(blocks.at(-1) ?? []), ...ours('\n'), ...line];
    if (blocks.length > 0 && fitsBlock(joined)) blocks[blocks.length - 1] = joined;
    else blocks.push(line);
  }
  return blocks.map(preformatted);
}
