import type { Actor, AnswerTable } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import {
  type AnswerFeedback,
  answerSayings,
  type Feedback,
  type StoryFeedback,
  storySayings,
} from '../domain/feedback.ts';
import { personChannel } from '../domain/workspace.ts';
import type { Command, CommandServices } from './command.ts';
import { feedbackWords, whatHappens } from './feedback-words.ts';
import { optional, required } from './option.ts';
import { ok, type Reading, refused } from './reading.ts';

export const feedbackGiveCommand: Command = {
  definition: {
    name: 'feedback give',
    help: 'Tells the admins what you think of a story, or of the answer to a question.',
    who: 'all',
    options: [
      required('says', 'Of a story, that it or its reports do not belong; of an answer, whether it helps.', {
        choices: [...storySayings, ...answerSayings],
      }),
      optional('story', "A story's id, or words of it.", { completes: 'story' }),
      optional('question', 'The question whose answer it is about.'),
    ],
  },
  async handle({ says = '', story, question }, actor, services) {
    const opinion = story?.trim()
      ? await ofStory({ says, story, question }, services)
      : ofAnswer({ says, question });
    if (opinion.kind === 'refused') return opinion;
    const said = { channel: whereOf(actor), personId: actor.personId, atMs: services.clock.nowMs() };
    const feedback: Feedback = { ...said, ...opinion.value };
    await services.feedback.add(feedback);
    return { kind: 'table', table: thanks(feedback) };
  },
};

type Opinion = Pick<StoryFeedback, 'subject' | 'says'> | Pick<AnswerFeedback, 'subject' | 'says'>;

interface Given {
  readonly says: string;
  readonly question: string | undefined;
}

async function ofStory(
  { says: said, story, question }: Given & { readonly story: string },
  { nameStory }: Pick<CommandServices, 'nameStory'>,
): Promise<Reading<Opinion>> {
  if (question?.trim())
    return refused('Feedback is of a story or of an answer: leave story or question out.');
  const says = storySayings.find((known) => known === said);
  if (!says) return refused(`A story is not "${said}". Write one of: ${storySayings.join(', ')}.`);
  const found = await nameStory(story);
  if (!found) return refused(`No story is known by "${story}". Try other words of its headline.`);
  const { storyId, headline } = found;
  return ok({ subject: { kind: 'story', storyId, headline }, says });
}

function ofAnswer({ says: said, question: asked = '' }: Given): Reading<Opinion> {
  const question = asked.trim();
  if (question === '') return refused('Name the story, or the question whose answer it is about.');
  const says = answerSayings.find((known) => known === said);
  if (!says) return refused(`An answer is not "${said}". Write one of: ${answerSayings.join(', ')}.`);
  return ok({ subject: { kind: 'answer', question }, says });
}

function thanks({ subject, says }: Feedback): AnswerTable {
  const isStory = subject.kind === 'story';
  const about = isStory ? subject.headline : subject.question;
  const data = isStory ? { story: subject.storyId, headline: about } : { question: about };
  return {
    heading: 'Thank you, it is noted',
    columns: [isStory ? 'Story' : 'Question', 'Said'],
    rows: [[about, feedbackWords[says]]],
    notes: [whatHappens[says]],
    data: [{ ...data, says }],
  };
}

/** Outside of a channel it is said in the person's own messages. */
function whereOf({ channelId, personId, platform, workspaceId }: Actor): ChannelRef {
  if (channelId === null) return personChannel({ platform, workspaceId }, personId);
  return { platform, workspaceId, channelId };
}
