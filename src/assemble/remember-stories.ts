import { setImmediate as otherWork } from 'node:timers/promises';
import type { NamedStories } from '../commands/command.ts';
import { type FindNames, foldedText, nameFinder } from '../commands/find-names.ts';
import type { StoryHeadlines, StoryStore } from '../ports/story-store.ts';

/** Years of most topics; some 40 MB with the folded names. */
const mostRemembered = 100_000;
/** Some 5 ms of the main loop (tests/bench/complete.ts). */
const foldedAtOnce = 250;

interface Known {
  /** Latest first. */
  readonly stories: readonly KnownStory[];
  /** Places among these stories. */
  readonly find: FindNames;
}

/** A story with what it can be found by. */
interface KnownStory {
  readonly headlines: StoryHeadlines;
  readonly folded: string;
}

/**
 * Keeps the headlines that were read, and asks the store only for what came since: somebody who types waits 300 ms at
 * most, and reading and folding all of 10,000 stories takes longer. What another process kept is found in the same way.
 */
export function rememberStories(store: StoryStore): StoryStore & NamedStories {
  let known: Known = { stories: [], find: nameFinder([]) };

  async function upToDate(): Promise<Known> {
    const fresh = await store.headlines({
      afterSequence: known.stories[0]?.headlines.lastSequence ?? 0,
      limit: mostRemembered,
    });
    if (fresh.length > 0) {
      const folded = await foldInTurns(fresh);
      const stories = merged(folded, known.stories);
      known = { stories, find: nameFinder(stories.map((story) => story.folded)) };
    }
    return known;
  }

  async function headlines({ afterSequence, limit }: { afterSequence: number; limit: number }) {
    const all = (await upToDate()).stories.map((story) => story.headlines);
    return all.filter(({ lastSequence }) => lastSequence > afterSequence).slice(0, limit);
  }

  async function named(words: string, limit: number) {
    const { stories, find } = await upToDate();
    const best = find(words).slice(0, limit);
    return best.flatMap((place) => stories[place]?.headlines ?? []);
  }

  return { headlines, named, find: (storyId) => store.find(storyId) };
}

/** Other work has its turn between: the first time there are years of them. */
async function foldInTurns(fresh: readonly StoryHeadlines[]): Promise<readonly KnownStory[]> {
  const folded: KnownStory[] = [];
  for (const headlines of fresh) {
    if (folded.length > 0 && folded.length % foldedAtOnce === 0) await otherWork();
    folded.push({ headlines, folded: foldedText([headlines.storyId, ...headlines.titles]) });
  }
  return folded;
}

/** A story that something came of moves to the front. Two that ask at once may bring the same. */
function merged(fresh: readonly KnownStory[], known: readonly KnownStory[]): readonly KnownStory[] {
  const byId = new Map(known.map((story) => [story.headlines.storyId, story]));
  for (const story of fresh) {
    const other = byId.get(story.headlines.storyId);
    if (!other || other.headlines.lastSequence <= story.headlines.lastSequence) {
      byId.set(story.headlines.storyId, story);
    }
  }
  return [...byId.values()]
    .toSorted((a, b) => b.headlines.lastSequence - a.headlines.lastSequence)
    .slice(0, mostRemembered);
}
