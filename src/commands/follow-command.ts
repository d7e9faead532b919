import type { MessageAction } from '../domain/action.ts';
import type { Actor } from '../domain/command.ts';
import type { Follow } from '../domain/posting.ts';
import { auditEntry } from './audit-entry.ts';
import type { Command, CommandServices } from './command.ts';
import { findWatch } from './find-watch.ts';
import { channelOption, flag, optional } from './option.ts';
import { ok, type Reading, refused } from './reading.ts';
import { setUpChannel } from './target-channel.ts';

interface FollowWords {
  readonly kind: Follow['kind'];
  readonly help: string;
  readonly done: string;
  readonly undone: string;
  /** Sentences said with what was done. */
  readonly notes: readonly string[];
  /** The sentence that refuses it to somebody; `null` where they may. */
  readonly refusal: (subject: FollowSubject, actor: Actor, isTakenBack: boolean) => string | null;
}

/** Follow and mute are one command but for what they say. */
export function followCommand({ kind, help, done, undone, notes, refusal }: FollowWords): Command {
  return {
    definition: {
      name: kind,
      help,
      who: 'all',
      options: [
        optional('story', "A story's id, or words of it.", { completes: 'story' }),
        optional('watch', 'Or a watch, by its id or name.', { completes: 'watch' }),
        channelOption,
        flag('undo', 'Take it back.'),
      ],
    },
    async handle({ story, watch, channel: words, undo }, actor, services) {
      const found = await setUpChannel(words, actor, services);
      if (found.kind === 'refused') return found;
      const subject = await subjectOf({ story, watch }, actor, services);
      if (subject.kind === 'refused') return subject;
      const isTakenBack = undo === 'true';
      const problem = refusal(subject.value, actor, isTakenBack);
      if (problem !== null) return refused(problem);
      const { ref: channel } = found.value;
      const { id, name } = subject.value;
      const said = { personId: actor.personId, atMs: services.clock.nowMs() };
      const follow = { kind, channel, subject: { kind: subject.value.kind, id }, ...said };
      await change(follow, isTakenBack, actor, services);
      const where = await services.directory.nameOf(channel);
      const texts = (outcome: string) => ({
        ...{ heading: `${outcome} in ${where}`, columns: ['What'], rows: [[name]] },
        data: [{ outcome: `${outcome} in ${channel.channelId}`, name }],
      });
      if (isTakenBack) return { kind: 'table', table: { ...texts(undone), notes: [], actions: [] } };
      const actions = [undoAction(kind, subject.value, channel.channelId)];
      return { kind: 'table', table: { ...texts(done), notes, actions } };
    },
  };
}

export interface FollowSubject {
  readonly kind: 'story' | 'watch';
  readonly id: string;
  readonly name: string;
  /** Of a watch. */
  readonly isCritical: boolean;
}

async function subjectOf(
  { story, watch }: { story: string | undefined; watch: string | undefined },
  actor: Actor,
  services: CommandServices,
): Promise<Reading<FollowSubject>> {
  if (story && watch) return refused('Give a story or a watch, not both.');
  if (watch) {
    const found = await findWatch(watch, actor, services);
    if (found.kind === 'refused') return found;
    const { id, name, isCritical } = found.value;
    return ok({ kind: 'watch', id, name, isCritical });
  }
  if (!story) return refused('Give a story, by its id or words of it, or a watch by its id or name.');
  const found = await services.nameStory(story);
  if (!found) return refused(`No story is known by "${story}". Try other words of its headline.`);
  return ok({ kind: 'story', id: found.storyId, name: found.headline, isCritical: false });
}

async function change(follow: Follow, isTakenBack: boolean, actor: Actor, { follows }: CommandServices) {
  const { kind, subject, atMs, ...rest } = follow;
  const value = { channel: follow.channel.channelId, personId: follow.personId };
  const entry = auditEntry(actor, atMs, {
    command: kind,
    subject: `${subject.kind} ${subject.id}`,
    before: isTakenBack ? value : null,
    after: isTakenBack ? null : value,
  });
  if (isTakenBack) await follows.remove({ kind, subject, ...rest }, entry);
  else await follows.add(follow, entry);
}

function undoAction(kind: Follow['kind'], subject: FollowSubject, channelId: string): MessageAction {
  const options = { [subject.kind]: subject.id, channel: channelId, undo: 'true' };
  return { label: 'undo', how: 'run', input: { name: kind, options }, tone: 'plain' };
}
