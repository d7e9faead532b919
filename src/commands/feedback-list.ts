import type { MessageAction } from '../domain/action.ts';
import type { Actor, AnswerTable } from '../domain/command.ts';
import { answerSayings, type Feedback, isOfAnswer, isOfStory, storySayings } from '../domain/feedback.ts';
import { personOf } from '../domain/workspace.ts';
import type { Command, CommandServices } from './command.ts';
import { feedbackWords } from './feedback-words.ts';
import { aboutOption, holdsWords } from './holds-words.ts';
import { localStamp } from './local-stamp.ts';
import { onlySeen, type Seen } from './see-channels.ts';
import { shortTable } from './shorten-table.ts';
import { zoneOf } from './target-channel.ts';

/** Far more than admins read. */
const mostRead = 1_000;
const narrowing = 'Narrow it down with about, as words of a headline.';

const sayings: readonly Feedback['says'][] = [...storySayings, ...answerSayings];

export const feedbackListCommand: Command = {
  definition: {
    name: 'feedback list',
    help: 'Lists the stories and answers that people had something to say of, newest first.',
    who: 'admins',
    options: [aboutOption],
  },
  async handle({ about }, actor, services) {
    const { platform, workspaceId } = actor;
    const all = await services.feedback.list({ workspace: { platform, workspaceId }, limit: mostRead });
    const { items, notes } = await toBeHeard(all, actor, services);
    const lines = linesOf(items).filter((line) => holdsWords([line.about, ...peopleOf(line.all)], about));
    const table = listTable(lines, await zoneOf(actor, services));
    return { kind: 'table', table: shortTable({ ...table, notes: [...table.notes, ...notes] }, narrowing) };
  },
};

/** What was said in channels that the actor sees, and in nobody's channel: that is said to the admins. */
async function toBeHeard(
  all: readonly Feedback[],
  actor: Actor,
  services: Pick<CommandServices, 'directory'>,
): Promise<Seen<Feedback>> {
  const isAlone = ({ channel }: Feedback) => personOf(channel) !== null;
  const { items, notes } = await onlySeen(
    all.filter((feedback) => !isAlone(feedback)),
    actor,
    services,
  );
  const seen = new Set(items);
  return { items: all.filter((feedback) => isAlone(feedback) || seen.has(feedback)), notes };
}

/** One line of the list: all that was said of one story or answer. */
interface Line {
  readonly of: 'Story' | 'Answer';
  readonly about: string;
  readonly all: readonly Feedback[];
  readonly latestAtMs: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actions: readonly MessageAction[];
}

function linesOf(given: readonly Feedback[]): readonly Line[] {
  return [...storyLines(given), ...answerLines(given)].toSorted((a, b) => b.latestAtMs - a.latestAtMs);
}

function listTable(shown: readonly Line[], zone: string): AnswerTable {
  return {
    heading: 'What people say of stories and answers, newest first',
    columns: [`Latest (${zone})`, 'Of', 'Headline or question', 'Said', 'Who'],
    rows: shown.map(({ latestAtMs, of, about, all }) => [
      localStamp(latestAtMs, zone),
      of,
      about,
      countsOf(all),
      peopleOf(all).join(', '),
    ]),
    notes: shown.length === 0 ? ['Nobody said anything yet.'] : [],
    data: shown.map(({ data, all, latestAtMs }) => ({
      ...data,
      people: peopleOf(all),
      latest: new Date(latestAtMs).toISOString(),
    })),
    rowActions: shown.map(({ actions }) => actions),
  };
}

function storyLines(given: readonly Feedback[]): readonly Line[] {
  const byStory = Map.groupBy(given.filter(isOfStory), ({ subject }) => subject.storyId);
  return [...byStory].map(([storyId, all]) => {
    const about = all[0]?.subject.headline ?? storyId;
    const counts = {
      notRelevant: countOf(all, 'not-relevant'),
      notSameStory: countOf(all, 'not-same-story'),
    };
    return {
      ...{ of: 'Story', about, all, latestAtMs: latestOf(all) },
      data: { story: storyId, headline: about, ...counts },
      actions: [sourcesAction(storyId)],
    };
  });
}

function answerLines(given: readonly Feedback[]): readonly Line[] {
  const byQuestion = Map.groupBy(given.filter(isOfAnswer), ({ subject }) => subject.question);
  return [...byQuestion].map(([question, all]) => ({
    ...{ of: 'Answer', about: question, all, latestAtMs: latestOf(all) },
    data: { question, helpful: countOf(all, 'helpful'), notHelpful: countOf(all, 'not-helpful') },
    actions: [],
  }));
}

function sourcesAction(storyId: string): MessageAction {
  const input = { name: 'story', options: { story: storyId, show: 'sources' } };
  return { label: 'sources', how: 'run', input, tone: 'plain' };
}

/** `2 not relevant, 1 not the same story` */
function countsOf(all: readonly Feedback[]): string {
  return [...Map.groupBy(all, ({ says }) => says)]
    .toSorted(([a], [b]) => sayings.indexOf(a) - sayings.indexOf(b))
    .map(([says, alike]) => `${alike.length} ${feedbackWords[says]}`)
    .join(', ');
}

function countOf(all: readonly Feedback[], says: Feedback['says']): number {
  return all.filter((feedback) => feedback.says === says).length;
}

function latestOf(all: readonly Feedback[]): number {
  return Math.max(...all.map(({ atMs }) => atMs));
}

function peopleOf(all: readonly Feedback[]): readonly string[] {
  return [...new Set(all.map(({ personId }) => personId))];
}
