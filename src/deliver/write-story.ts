import type { NameGroup } from '../domain/grounding/grounds.ts';
import type { StoryEntry } from '../domain/message-document.ts';
import type { Log } from '../ports/log.ts';
import type { ChosenStory } from './choose-stories.ts';
import { composeStory, materialOf } from './compose-story.ts';
import { onceDownStaysDown } from './once-down-stays-down.ts';
import { type BriefWriters, writeBrief } from './write-brief.ts';

/** What writing needs of the assembly. */
export interface WritingTools {
  readonly writers: BriefWriters;
  /** The topic's names with all their forms, for the gate. */
  readonly knownNames: readonly NameGroup[];
  readonly log: Log;
}

export interface WritingSettings {
  readonly maxSentencesPerStory: number;
}

/**
 * What the stories of one run are written with: a writer that went down for one of them is down for all, and channels
 * that are told the same of a story share one writing.
 */
export interface WritingDesk extends WritingSettings {
  readonly writersNow: () => BriefWriters;
  readonly knownNames: readonly NameGroup[];
  readonly log: Log;
  readonly written: Map<string, Promise<StoryEntry>>;
}

export function deskOf(
  { writers, knownNames, log }: WritingTools,
  { maxSentencesPerStory }: WritingSettings,
): WritingDesk {
  return {
    writersNow: onceDownStaysDown(writers, log),
    knownNames,
    maxSentencesPerStory,
    log,
    written: new Map(),
  };
}

/** A chosen story with its brief written: as it stands in a digest, or on its own. */
export function writeStory(story: ChosenStory, desk: WritingDesk): Promise<StoryEntry> {
  const key = writingKey(story);
  const standing = desk.written.get(key);
  if (standing !== undefined) return standing;
  const written = writeAnew(story, desk);
  desk.written.set(key, written);
  return written;
}

/** All that a writing rests on: which articles there are, and which of them are untold. */
function writingKey({ storyId, isTold, articles, untold }: ChosenStory): string {
  const sequences = [articles, untold].map((kept) => kept.map(({ sequence }) => sequence));
  return JSON.stringify([storyId, isTold, ...sequences]);
}

async function writeAnew(story: ChosenStory, desk: WritingDesk): Promise<StoryEntry> {
  const material = materialOf(story, desk.maxSentencesPerStory);
  const { sentences, writer, replaced, dropped, problem } = await writeBrief(
    material,
    desk.writersNow(),
    desk.knownNames,
  );
  if (problem) {
    const fields = { story: story.storyId, writer, replaced, dropped, problem };
    desk.log.warn('Brief was not written as wished', fields);
  }
  return composeStory(story, sentences, writer);
}
