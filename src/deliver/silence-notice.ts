import type { Channel } from '../domain/channel.ts';
import type { NoticeDocument } from '../domain/message-document.ts';
import { dayMs } from '../domain/moment.ts';
import type { SourceState } from '../domain/source.ts';
import { failingSourceNotes } from './failing-sources.ts';

const mostNamed = 3;

/**
 * The notice that nothing came for a long time, or `null` when it is not due: only when no source brought anything for
 * `silenceAfterMs`, and once for each silence; an entry that came since ends it. Readers must be able to tell calm from
 * a fault.
 */
export function silenceNotice(
  { setUpAtMs, silenceToldAtMs }: Channel,
  sources: readonly SourceState[],
  silenceAfterMs: number,
  nowMs: number,
): NoticeDocument | null {
  const newest = Math.max(setUpAtMs, ...sources.map(({ health }) => health.lastEntryAtMs ?? 0));
  if (silenceToldAtMs !== null && silenceToldAtMs >= newest) return null;
  if (nowMs - newest < silenceAfterMs) return null;
  const days = Math.floor((nowMs - newest) / dayMs);
  return {
    kind: 'notice',
    heading: `My sources have been silent for ${days} ${days === 1 ? 'day' : 'days'}`,
    paragraphs: [
      stateOf(sources),
      'This is said once; the next digest comes when there is something to tell.',
    ],
  };
}

/** A source that was never polled neither fails nor answers. */
function stateOf(sources: readonly SourceState[]): string {
  if (sources.length === 0) return 'No source is set up.';
  const faults = failingSourceNotes(sources);
  const unpolled = sources.filter(({ health }) => health.lastPolledAtMs === null);
  const sentences = [...faults, ...unpolledNote(unpolled, sources.length)];
  const answering = sources.length - unpolled.length;
  return faults.length > 0 || answering === 0
    ? sentences.join(' ')
    : [...sentences, calmOf(answering, sources.length)].join(' ');
}

function unpolledNote(unpolled: readonly SourceState[], sourceCount: number): string[] {
  const count = unpolled.length;
  if (count === 0) return [];
  if (sourceCount === 1) return ['The only source was not polled yet.'];
  if (count === sourceCount) return [`None of the ${sourceCount} sources was polled yet.`];
  const names = unpolled
    .slice(0, mostNamed)
    .map(({ source }) => source.name)
    .join(', ');
  const rest = count > mostNamed ? ` and ${count - mostNamed} more` : '';
  const were = count === 1 ? 'was' : 'were';
  return [`${count} of ${sourceCount} sources ${were} not polled yet: ${names}${rest}.`];
}

function calmOf(answering: number, sourceCount: number): string {
  const areOthers = answering < sourceCount;
  if (answering === 1) return `The ${areOthers ? 'other' : 'only source'} answers; it has nothing new.`;
  return `${areOthers ? 'The others' : `All ${sourceCount} sources`} answer; they have nothing new.`;
}
