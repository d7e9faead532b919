import { type AlertGroup, matchedWords } from './group-alerts.ts';

/** A sentence of more words is not read. */
const mostWords = 8;

/** Why an alert came: a sentence for each watch that fired, with the words that it matched. */
export function alertReason({ watches, hits }: Pick<AlertGroup, 'watches' | 'hits'>): string {
  return watches
    .map(({ id, name }) => {
      const words = matchedWords(hits.filter(({ watch }) => watch.id === id));
      return `Watch "${name}" fired${wordsText(words)}.`;
    })
    .join(' ');
}

/** A watch that only excludes or that matches by likeness has no words to show. */
function wordsText(words: readonly string[]): string {
  if (words.length === 0) return '';
  const rest = words.length - mostWords;
  return `: ${words.slice(0, mostWords).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
