import type { Channel, OwedMessage } from '../domain/delivery.ts';
import type { DigestDocument, MessageDocument, NoticeDocument } from '../domain/message-document.ts';
import type { SourceState } from '../domain/source.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { DigestDecision, Untold } from '../ports/digest-store.ts';
import { type ChosenStory, chooseStories } from './choose-stories.ts';
import { headlineArticle, linkOf } from './compose-story.ts';
import { failingSourceNotes } from './failing-sources.ts';

const dayMs = 86_400_000;

/** The stories that a channel is told now, and those that are only named. */
export interface Choice {
  readonly told: readonly ChosenStory[];
  readonly named: readonly ChosenStory[];
}

export function chooseForChannel(channel: Channel, untold: Untold, nowMs: number): Choice {
  const stories = chooseStories(untold.stories, nowMs);
  return { told: stories.slice(0, channel.maxStories), named: stories.slice(channel.maxStories) };
}

/** The digest's documents: the channel's message, then one for each story in its thread. */
export function digestDocuments(
  channel: Pick<Channel, 'zone'>,
  entries: readonly DigestDocument['stories'][number][],
  choice: Choice,
  sources: readonly SourceState[],
  nowMs: number,
): MessageDocument[] {
  const digest: DigestDocument = {
    kind: 'digest',
    asOfMs: nowMs,
    zone: channel.zone,
    stories: entries,
    alsoTold: choice.named.map((story) => linkOf(headlineArticle(story))),
    notes: failingSourceNotes(sources),
  };
  return [digest, ...entries.map((story, index) => ({ kind: 'story' as const, rank: index + 1, story }))];
}

/**
 * The decision of a channel's slot: what is owed, and how far the channel has been told. The key of each message follows
 * from channel and cursor, so that the same decision made twice owes the same messages.
 */
export function decideDigest(
  channel: Channel,
  untold: Untold,
  documents: readonly MessageDocument[],
  at: { readonly slotMs: number; readonly nowMs: number },
): DigestDecision {
  const key = `d${shortHash(JSON.stringify([channel.ref, channel.toldUpTo, untold.upTo, at.slotMs]))}`;
  const messages = documents.map((document, index): OwedMessage => {
    const isHead = index === 0;
    return { key: isHead ? key : `${key}.${index}`, document, threadOf: isHead ? null : key };
  });
  return {
    channel: channel.ref,
    toldUpToBefore: channel.toldUpTo,
    toldUpTo: untold.upTo,
    slotMs: at.slotMs,
    decidedAtMs: at.nowMs,
    messages,
    tellsSilence: documents[0]?.kind === 'notice',
  };
}

/**
 * The notice that nothing came for a long time, or `null` when it is not due: silence is told once, and only when no
 * source brought anything for `silenceAfterMs`. Readers must be able to tell calm from a fault.
 */
export function silenceNotice(
  channel: Channel,
  sources: readonly SourceState[],
  silenceAfterMs: number,
  nowMs: number,
): NoticeDocument | null {
  if (channel.silenceToldAtMs !== null) return null;
  const newest = Math.max(channel.setUpAtMs, ...sources.map(({ health }) => health.lastEntryAtMs ?? 0));
  if (nowMs - newest < silenceAfterMs) return null;
  const days = Math.floor((nowMs - newest) / dayMs);
  const notes = failingSourceNotes(sources);
  const fault = notes.length > 0 ? notes.join(' ') : calmOf(sources.length);
  return {
    kind: 'notice',
    heading: `My sources have been silent for ${days} ${days === 1 ? 'day' : 'days'}`,
    paragraphs: [fault, 'This is said once; the next digest comes when there is something to tell.'],
  };
}

function calmOf(sourceCount: number): string {
  if (sourceCount === 0) return 'No source is set up.';
  return sourceCount === 1
    ? 'The only source answers; it has nothing new.'
    : `All ${sourceCount} sources answer; they have nothing new.`;
}
