import type { DayChart } from '../../src/domain/command.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts, plainFrame } from './messages.ts';
import { wordTexts } from './word-texts.ts';

/** Days of one text: a line takes up to 40 characters. */
const daysPerText = 60;

/** A count for each day as a bar of letters, in which columns stand below each other; and the same in words. */
export function renderChart(
  { heading, days, text }: DayChart,
  envelope: Envelope,
): readonly DiscordPayload[] {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const lines = days.map(({ day, count }) => {
    const bar = '█'.repeat(Math.ceil((count / most) * discordLayout.chartBarChars));
    return `${day} ${bar.padEnd(discordLayout.chartBarChars, ' ')} ${count}`;
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / daysPerText) }, (_, index) =>
    ['```', ...lines.slice(index * daysPerText, (index + 1) * daysPerText), '```'].join('\n'),
  );
  const title = readableTitle(heading, discordLayout.headlineChars, wordsOf(envelope.language));
  const texts = [`### ${escapeDiscord(title)}`, ...blocks, ...lineTexts(wordTexts(text, ''))];
  return discordMessages(texts, plainFrame, envelope);
}
