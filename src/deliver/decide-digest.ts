import type { Channel, OwedMessage } from '../domain/delivery.ts';
import type { DigestDocument, MessageDocument } from '../domain/message-document.ts';
import type { SourceState } from '../domain/source.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { DigestDecision, Untold } from '../ports/digest-store.ts';
import { type ChosenStory, chooseStories } from './choose-stories.ts';
import { headlineArticle, linkOf } from './compose-story.ts';
import { failingSourceNotes } from './failing-sources.ts';

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
