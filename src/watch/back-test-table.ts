import type { AnswerTable } from '../domain/command.ts';
import { isoOfMoment } from '../domain/moment.ts';
import type { KeptArticle } from '../domain/story.ts';
import { dayText } from '../domain/text/moment-text.ts';
import { wordsOf } from '../domain/words/words-of.ts';
import { type BackTest, backTestDays } from './back-test.ts';

/** A back-test for showing, before a watch is saved. */
export function backTestTable(test: BackTest): AnswerTable {
  const outcomes = [
    ...test.newest.map(({ kept, matched }) => ({ kept, outcome: 'matched', why: matched.join(', ') })),
    ...test.nearly.map(({ kept, reason }) => ({ kept, outcome: 'nearly', why: reason })),
  ];
  return {
    heading: headingOf(test),
    columns: ['Date', 'Title', 'Outcome', 'Why'],
    rows: outcomes.map(({ kept: { article }, outcome, why }) => [
      dayText(article.publishedAt, wordsOf('en')),
      article.title,
      outcome,
      why,
    ]),
    notes: notesOf(test),
    data: [
      summaryData(test),
      ...outcomes.map(({ kept, outcome, why }) => ({ ...articleData(kept), outcome, why })),
    ],
  };
}

function headingOf({ caught, stories, articles }: BackTest): string {
  const reports = `${counted(articles, 'report')} kept in the last ${backTestDays} days`;
  return `It would have caught ${caught} of ${reports}, in ${counted(stories, 'story', 'stories')}`;
}

function notesOf({ articles, perWeek, days, caught, newest, warning }: BackTest): string[] {
  const rate =
    perWeek === null
      ? 'The reports cover less than a day; how often a week cannot be said yet.'
      : `That is ${perWeek} a week, over the ${Math.round(days * 10) / 10} days for which there are reports.`;
  const rest = caught - newest.length;
  return [
    ...(articles > 0 ? [rate] : []),
    ...(rest > 0 ? [`The newest ${newest.length} are shown.`] : []),
    ...(warning ? [warning] : []),
  ];
}

function summaryData({ articles, caught, stories, days, perWeek, warning }: BackTest) {
  const rounded = Math.round(days * 10) / 10;
  return {
    outcome: 'summary',
    reports: articles,
    caught,
    stories,
    days: rounded,
    per_week: perWeek,
    warning,
  };
}

function articleData({ article }: KeptArticle): Readonly<Record<string, unknown>> {
  return { id: article.id, url: article.url, title: article.title, date: isoOfMoment(article.publishedAt) };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
