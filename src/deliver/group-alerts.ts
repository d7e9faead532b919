import type { Watch } from '../domain/watch.ts';
import type { ChosenStory } from './choose-stories.ts';
import type { TellableHit } from './judge-alerts.ts';

/** One story of an alert, with the words by which watches found it. */
export interface GroupedStory {
  readonly chosen: ChosenStory;
  readonly matched: readonly string[];
}

/** The hits that become one message. */
export interface AlertGroup {
  /** It is told at once: one of its watches asks for that. */
  readonly isRealtime: boolean;
  readonly hits: readonly TellableHit[];
  /**
   * Those that speak in the message, each once, the one that hit first before the others: it heads the message. Where some
   * may be told without approval, one that asks for approval does not speak, since nobody approved its words.
   */
  readonly watches: readonly Watch[];
  /** Each once, most important first. */
  readonly stories: readonly GroupedStory[];
}

/**
 * Which hits of a channel are told now, and in which messages. A story is told once, whatever the number of its watches:
 * alone and at once where one of them is realtime, with all the other watches that hit it; else, when the digest is due,
 * in the message of the watch that hit it first.
 */
export function groupAlerts(hits: readonly TellableHit[], digestIsDue: boolean): readonly AlertGroup[] {
  const realtime = new Set(
    hits.flatMap(({ watch, hit }) => (watch.cadence === 'realtime' ? [hit.storyId] : [])),
  );
  const told = hits.filter(({ hit }) => digestIsDue || realtime.has(hit.storyId));
  const firstWatch = new Map<string, string>();
  for (const { hit, watch } of told) {
    if (!firstWatch.has(hit.storyId)) firstWatch.set(hit.storyId, watch.id);
  }
  const groups = Map.groupBy(told, ({ hit: { storyId } }) =>
    realtime.has(storyId) ? `story ${storyId}` : `watch ${firstWatch.get(storyId)}`,
  );
  return [...groups.values()].map(groupOf);
}

function groupOf(hits: readonly TellableHit[]): AlertGroup {
  const free = hits.filter(({ watch }) => !watch.needsApproval);
  const speaking = free.length > 0 ? free : hits;
  const watches = new Map(speaking.map(({ watch }) => [watch.id, watch]));
  return {
    isRealtime: hits.some(({ watch }) => watch.cadence === 'realtime'),
    hits,
    watches: [...watches.values()],
    stories: storiesOf(hits, new Set(watches.keys())),
  };
}

function storiesOf(hits: readonly TellableHit[], speaking: ReadonlySet<string>): readonly GroupedStory[] {
  const stories = [...Map.groupBy(hits, ({ hit }) => hit.storyId).values()].flatMap((own) =>
    own.slice(0, 1).map(({ chosen }) => ({
      chosen,
      matched: matchedWords(own.filter(({ watch }) => speaking.has(watch.id))),
    })),
  );
  return stories.sort(
    (a, b) => b.chosen.score - a.chosen.score || (a.chosen.storyId < b.chosen.storyId ? -1 : 1),
  );
}

/** The words by which these hits were found, each once. */
export function matchedWords(hits: readonly Pick<TellableHit, 'hit'>[]): readonly string[] {
  return [...new Set(hits.flatMap(({ hit }) => hit.matched))];
}
