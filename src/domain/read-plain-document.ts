import type { RawArticle } from './article.ts';
import { type Moment, unknownMoment } from './moment.ts';
import { isNavigation } from './text/furniture.ts';
import { singleLine, visibleText } from './text/plain-text.ts';
import { sentencesOf } from './text/sentences.ts';

const leastTitle = 20;
const mostTitle = 160;
/** A date further down belongs to what is told, not to the telling. */
const headLines = 12;

/**
 * Reads a document that was saved as plain text: the title and the publication date are looked for in its head. A date
 * counts only where the text says that it is the day of publication, or where it stands alone in a line; the clock of
 * the page and a day without a year do not. What is not found stays unknown.
 */
export function readPlainDocument(text: string): RawArticle {
  const lines = visibleText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    url: null,
    title: titleOf(lines),
    publisher: null,
    publishedAt: publishedIn(lines.slice(0, headLines)),
    lang: null,
    kind: 'seed',
    tier: 'wire',
    sourceId: null,
    imageUrl: null,
    text,
  };
}

function titleOf(lines: readonly string[]): string {
  const line =
    lines.find((candidate) => candidate.length >= leastTitle && !isNavigation(candidate)) ?? lines[0] ?? '';
  if (line.length <= mostTitle) return singleLine(line);
  const sentence = sentencesOf(line)[0] ?? line;
  return sentence.length <= mostTitle ? sentence : `${sentence.slice(0, mostTitle).replace(/\s+\S*$/u, '')}…`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const label = /(?:(?:first )?published|posted|updated|date)(?: on| at)?\s*:?\s*/u.source;
const clock = /(?:\d{1,2}[:.]\d{2},?\s*)?/u.source;
const monthFirst = /(?<m1>\p{L}{3,9})\.? (?<d1>\d{1,2}),? (?<y1>(?:19|20)\d{2})/u.source;
const dayFirst = /(?<d2>\d{1,2})\.? (?<m2>\p{L}{3,9})\.?,? (?<y2>(?:19|20)\d{2})/u.source;
const numeric = /(?<y3>(?:19|20)\d{2})[-年](?<m3>\d{1,2})[-月](?<d3>\d{1,2})日?/u.source;
const anyDate = `(?:${monthFirst}|${dayFirst}|${numeric})`;
const labelled = new RegExp(`^${label}${clock}${anyDate}`, 'iu');
const alone = new RegExp(`^${anyDate}[,.]?$`, 'iu');

function publishedIn(lines: readonly string[]): Moment {
  for (const line of lines) {
    const published = dateOf(line);
    if (published) return published;
  }
  return unknownMoment;
}

function dateOf(line: string): Moment | null {
  const groups = (labelled.exec(line) ?? alone.exec(line))?.groups;
  if (!groups) return null;
  const year = Number(groups['y1'] ?? groups['y2'] ?? groups['y3']);
  const day = Number(groups['d1'] ?? groups['d2'] ?? groups['d3']);
  const name = groups['m1'] ?? groups['m2'];
  const month = name ? months.indexOf(name.slice(0, 3).toLowerCase()) : Number(groups['m3']) - 1;
  const epochMs = Date.UTC(year, month, day);
  const isReal = month >= 0 && new Date(epochMs).getUTCDate() === day;
  return isReal ? { epochMs, precision: 'day', basis: 'text' } : null;
}
