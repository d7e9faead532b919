import type { Actor, CommandAnswer } from '../domain/command.ts';
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
}

/** Follow and mute are one command but for what they say. */
export function followCommand({ kind, help, done, undone }: FollowWords): Command {
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
      const { id, name } = subject.value;
      const atMs = services.clock.nowMs();
      const { ref: channel } = found.value;
      const follow = {
        kind,
        channel,
        subject: { kind: subject.value.kind, id },
        personId: actor.personId,
        atMs,
      };
      const isTakenBack = undo === 'true';
      await change(follow, isTakenBack, actor, services);
      return notice(`${isTakenBack ? undone : done} in ${channel.channelId}`, name);
    },
  };
}

interface Subject {
  readonly kind: 'story' | 'watch';
  readonly id: string;
  readonly name: string;
}

async function subjectOf(
  { story, watch }: { story: string | undefined; watch: string | undefined },
  actor: Actor,
  services: CommandServices,
): Promise<Reading<Subject>> {
  if (story && watch) return refused('Give a story or a watch, not both.');
  if (watch) {
    const found = await findWatch(watch, actor, services);
    return found.kind === 'ok' ? ok({ kind: 'watch', id: found.value.id, name: found.value.name }) : found;
  }
  if (!story) return refused('Give a story, by its id or words of it, or a watch by its id or name.');
  const found = await services.nameStory(story);
  if (!found) return refused(`No story is known by "${story}". Try other words of its headline.`);
  return ok({ kind: 'story', id: found.storyId, name: found.headline });
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

function notice(heading: string, name: string): CommandAnswer {
  const data = [{ outcome: heading, name }];
  return { kind: 'table', table: { heading, columns: ['What'], rows: [[name]], notes: [], data } };
}
