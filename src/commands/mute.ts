import type { Actor } from '../domain/command.ts';
import { type FollowSubject, followCommand } from './follow-command.ts';

export const muteCommand = followCommand({
  kind: 'mute',
  help: 'Ends a story for the channel, whoever follows it; admins also end a watch. Critical watches go on.',
  done: 'Muted',
  undone: 'No longer muted',
  notes: ['Alerts of critical watches still come.'],
  refusal: refusalToMute,
});

/** A watch is what admins made for the channel, and a critical one is to be heard whatever anybody says. */
function refusalToMute(
  subject: FollowSubject,
  { isAdmin, admins }: Actor,
  isTakenBack: boolean,
): string | null {
  if (subject.kind === 'story') return null;
  if (!isAdmin) {
    return `Only ${admins} may mute a watch; ask one of them. A story can be muted by everybody, but for critical watches.`;
  }
  if (isTakenBack || !subject.isCritical) return null;
  return `The watch "${subject.name}" is critical and is never muted. Take that from it first: watch edit with critical off.`;
}
