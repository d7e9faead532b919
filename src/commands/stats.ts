import type { DayChart } from '../domain/command.ts';
import { wallTimeMs } from '../domain/local-time.ts';
import { dayMs } from '../domain/moment.ts';
import type { StoryHeadlines } from '../ports/story-store.ts';
import type { Command } from './command.ts';
import { optional } from './option.ts';
import { refused } from './reading.ts';
import { zoneOf } from './target-channel.ts';

const usualDays = 30;
const [fewestDays, mostDays] = [7, 90];
/** Far more than a topic brings in the days that can be shown. */
const mostStories = 100_000;

export const statsCommand: Command = {
  definition: {
    name: 'stats',
    help: 'Shows how many new stories were kept on each day.',
    who: 'all',
    options: [optional('days', `How many days, ${fewestDays} to ${mostDays}; ${usualDays} without it.`)],
  },
  async handle({ days: text }, actor, services) {
    const days = text ? Number(text) : usualDays;
    if (!Number.isInteger(days) || days < fewestDays || days > mostDays) {
      return refused(
        `"${text}" is no number of days. Write a whole number from ${fewestDays} to ${mostDays}.`,
      );
    }
    const zone = await zoneOf(actor, services);
    const nowMs = services.clock.nowMs();
    const stories = await services.stories.headlines({ afterSequence: 0, limit: mostStories });
    return { kind: 'chart', chart: chartOf(stories, { days, zone, nowMs }) };
  },
};

interface Span {
  readonly days: number;
  readonly zone: string;
  readonly nowMs: number;
}

/** A story counts on the day on which its first article was kept. */
function chartOf(stories: readonly StoryHeadlines[], { days, zone, nowMs }: Span): DayChart {
  const begunOn = Map.groupBy(stories, ({ firstKeptAtMs }) => dayIn(zone, firstKeptAtMs));
  const todayMs = Date.parse(dayIn(zone, nowMs));
  const counts = Array.from({ length: days }, (_, index) => {
    const day = isoDay(todayMs - (days - 1 - index) * dayMs);
    return { day, count: begunOn.get(day)?.length ?? 0 };
  });
  return { heading: `New stories a day (${zone})`, days: counts, text: textOf(counts) };
}

function textOf(counts: DayChart['days']): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `No new story was kept in the last ${counts.length} days.`;
  const most = counts.reduce((best, day) => (day.count > best.count ? day : best));
  const mean = Math.round((total / counts.length) * 10) / 10;
  const stories = `${total} new ${total === 1 ? 'story' : 'stories'}`;
  return `${stories} in the last ${counts.length} days, ${mean} a day; most on ${most.day}, with ${most.count}.`;
}

function dayIn(zone: string, epochMs: number): string {
  return isoDay(wallTimeMs(zone, epochMs));
}

function isoDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
