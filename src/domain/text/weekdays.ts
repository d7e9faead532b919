import { dayMs, type Moment } from '../moment.ts';

const names: readonly (readonly [RegExp, number])[] = [
  [/\b(?:on\s+)?sunday\b/giu, 0],
  [/\b(?:on\s+)?monday\b/giu, 1],
  [/\b(?:on\s+)?tuesday\b/giu, 2],
  [/\b(?:on\s+)?wednesday\b/giu, 3],
  [/\b(?:on\s+)?thursday\b/giu, 4],
  [/\b(?:on\s+)?friday\b/giu, 5],
  [/\b(?:on\s+)?saturday\b/giu, 6],
  [/(?:周|週|星期|礼拜|禮拜)[日天]/gu, 0],
  [/(?:周|週|星期|礼拜|禮拜)一/gu, 1],
  [/(?:周|週|星期|礼拜|禮拜)二/gu, 2],
  [/(?:周|週|星期|礼拜|禮拜)三/gu, 3],
  [/(?:周|週|星期|礼拜|禮拜)四/gu, 4],
  [/(?:周|週|星期|礼拜|禮拜)五/gu, 5],
  [/(?:周|週|星期|礼拜|禮拜)六/gu, 6],
];

/** The word before a weekday is looked at, and not the whole text before it: that would cost its square. */
const wordsBefore = 20;

/** A weekday that a text names, as the day it means. */
export interface NamedDay {
  readonly weekday: number;
  /** Midnight UTC of the last such day at or before publication; `null` when the publication day is unknown. */
  readonly dayMs: number | null;
  readonly start: number;
}

/**
 * News prose names a day of the past week by its weekday; "next" and "last" before it mean another week, and a
 * number before it ("一周三次", three times a week) means no day at all.
 */
export function namedDays(text: string, publishedAt: Moment): NamedDay[] {
  const found: NamedDay[] = [];
  for (const [pattern, weekday] of names) {
    for (const match of text.matchAll(pattern)) {
      if (
        /(?:next|last|every|each|coming|[下上][个個]?|[每一两兩二三四五六七])\s*$/iu.test(
          text.slice(Math.max(0, match.index - wordsBefore), match.index),
        )
      )
        continue;
      found.push({ weekday, dayMs: lastDay(weekday, publishedAt), start: match.index });
    }
  }
  return found;
}

function lastDay(weekday: number, publishedAt: Moment): number | null {
  const isDay = publishedAt.precision === 'instant' || publishedAt.precision === 'day';
  if (publishedAt.epochMs === null || !isDay) return null;
  const published = Math.floor(publishedAt.epochMs / dayMs) * dayMs;
  const daysAgo = (new Date(published).getUTCDay() - weekday + 7) % 7;
  return published - daysAgo * dayMs;
}
