import type { ChannelRef } from './delivery.ts';

/** Where a story stands in a channel: the message that later facts revise, and the thread that they go into. */
export interface Posting {
  readonly channel: ChannelRef;
  readonly storyId: string;
  /** Key of the delivery that shows the story itself; `null` in a digest of short style. */
  readonly itemKey: string | null;
  /** Key of the delivery whose thread takes later facts: the digest's message, or the alert itself. */
  readonly threadKey: string;
  /** The story's place in the digest, from 1; 1 in an alert. */
  readonly rank: number;
  /** Articles of the story up to this sequence have been told here. */
  readonly toldUpTo: number;
  readonly postedAtMs: number;
}

/** What somebody wants to hear more of, or a channel nothing more of. */
export interface Follow {
  readonly kind: 'follow' | 'mute';
  readonly channel: ChannelRef;
  readonly subject: { readonly kind: 'story' | 'watch'; readonly id: string };
  /** For a follow: whom to mention. For a mute: who asked for it. */
  readonly personId: string;
  readonly atMs: number;
}
