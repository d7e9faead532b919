import { stripVTControlCharacters } from 'node:util';
import type { DayChart } from '../domain/command.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import { printJson, type Terminal } from './terminal.ts';

/** With the day before it and the count after it, a bar fits a terminal of 80 columns. */
const mostBarColumns = 60;
const bar = '█';

/** A bar a day for people, or one JSON object a day. */
export function showChart(chart: DayChart, terminal: Terminal): void {
  if (terminal.isJson) for (const day of chart.days) printJson(terminal, day);
  else terminal.out(chartText(chart));
}

/** Each day has its own line, also the one on which nothing was. */
export function chartText({ heading, days, text }: DayChart): string {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const columnsOf = (count: number) =>
    most <= mostBarColumns ? count : Math.ceil((count / most) * mostBarColumns);
  const width = String(most).length;
  const lines = days.map(({ day, count }) =>
    `${day}  ${String(count).padStart(width)}  ${bar.repeat(columnsOf(count))}`.trimEnd(),
  );
  return `${[plain(heading), '', ...lines, '', plain(text)].join('\n')}\n`;
}

function plain(text: string): string {
  return singleLine(stripVTControlCharacters(text));
}
