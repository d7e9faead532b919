import { textAt } from '../../src/domain/json.ts';
import { workspaceOf } from './workspace-of.ts';

/** Who did something in Slack, and where. */
export interface Origin {
  /** That the app is installed in. */
  readonly workspaceId: string;
  readonly personId: string;
  /** Of a channel or of direct messages (`D…`); `null` in a Home. */
  readonly channelId: string | null;
  /** The `ts` of the root of the thread it was done in; `null` outside of one. */
  readonly threadTs: string | null;
  /** Takes five answers in thirty minutes; `null` where Slack gives none. */
  readonly responseUrl: string | null;
  /** Opens a window within three seconds; `null` where Slack gives none. */
  readonly triggerId: string | null;
}

/** Of a slash command, whose members are flat. */
export function readCommandOrigin(body: unknown): Origin {
  return {
    workspaceId: workspaceOf(body),
    personId: textAt(body, 'user_id'),
    channelId: textAt(body, 'channel_id') || null,
    threadTs: textAt(body, 'thread_ts') || null,
    responseUrl: textAt(body, 'response_url') || null,
    triggerId: textAt(body, 'trigger_id') || null,
  };
}

/** Of a click, a shortcut or a submission. */
export function readInteractionOrigin(body: unknown): Origin {
  return {
    workspaceId: workspaceOf(body),
    personId: textAt(body, 'user', 'id'),
    channelId: textAt(body, 'channel', 'id') || textAt(body, 'container', 'channel_id') || null,
    threadTs: threadOf(body),
    responseUrl: textAt(body, 'response_url') || null,
    triggerId: textAt(body, 'trigger_id') || null,
  };
}

/** A root of a thread is answered in the channel, where it was pressed and an answer in the thread would not be seen. */
function threadOf(body: unknown): string | null {
  const threadTs = textAt(body, 'message', 'thread_ts') || textAt(body, 'container', 'thread_ts');
  const ts = textAt(body, 'message', 'ts') || textAt(body, 'container', 'message_ts');
  return threadTs === '' || threadTs === ts ? null : threadTs;
}

/** Ids of channels; those of direct messages begin with `D`. */
export const channelIdPattern = /^[CG][A-Z0-9]+$/;

/** Whether commands can be about it: direct messages are no channel. */
export function isChannelId(id: string | null): id is string {
  return id !== null && channelIdPattern.test(id);
}
