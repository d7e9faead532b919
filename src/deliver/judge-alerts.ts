import type { PendingAlert } from '../ports/alert-store.ts';
import { type ChosenStory, chooseStories } from './choose-stories.ts';
import type { FollowBook } from './follow-book.ts';

/** A hit that is to be told, with what its story has to tell. */
export interface TellableHit extends PendingAlert {
  readonly chosen: ChosenStory;
}

/** A hit that is not to be told, with the sentence that says why. */
export interface SpentHit extends PendingAlert {
  readonly reason: string;
}

export interface JudgedHits {
  readonly tellable: readonly TellableHit[];
  readonly spent: readonly SpentHit[];
}

/** Parts the hits of one channel into those that may be told and those that are over. */
export function judgeAlerts(alerts: readonly PendingAlert[], follows: FollowBook, nowMs: number): JudgedHits {
  const tellable: TellableHit[] = [];
  const spent: SpentHit[] = [];
  for (const alert of alerts) {
    const [chosen] = chooseStories([alert.story], nowMs);
    const reason = whyOver(alert, follows);
    if (reason === null && chosen) tellable.push({ ...alert, chosen });
    else spent.push({ ...alert, reason: reason ?? 'It says nothing that was not known before.' });
  }
  return { tellable, spent };
}

function whyOver({ hit, watch, story }: PendingAlert, follows: FollowBook): string | null {
  if (hit.sequence <= story.toldUpTo) return 'The channel was told of it already.';
  // Anybody may mute a story: what admins call critical is heard all the same.
  if (watch.isCritical) return null;
  if (follows.isMuted(watch.channel, { kind: 'story', id: hit.storyId })) {
    return 'The story is muted in this channel.';
  }
  if (follows.isMuted(watch.channel, { kind: 'watch', id: watch.id })) {
    return 'The watch is muted in this channel.';
  }
  return null;
}
