import type { CommandAnswer, FormAnswer } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { Desk, SlackActor } from './desk.ts';

type Refused = Extract<CommandAnswer, { readonly kind: 'refused' }>;
type RunDesk = Pick<Desk, 'chat' | 'places'>;

/** What is asked and read, and changes nothing. */
const forVisitors: readonly string[] = ['ask', 'compare', 'story', 'help', 'feedback give'];

const onlyInChannels: Refused = {
  kind: 'refused',
  problem:
    'Guests and people of other workspaces can ask me questions in the channels that we share, and no more than that. Mention me there with your question.',
};

export const tooMany: Refused = {
  kind: 'refused',
  problem: 'I am still busy with what you asked before. Ask this again when I have answered one of those.',
};

/**
 * Runs a command for somebody: for guests and people of other workspaces only questions, and only in a channel, where they have
 * asked because they are in it; for anybody only so many at a time.
 */
export async function runCommand(
  input: CommandInput,
  actor: SlackActor,
  desk: RunDesk,
): Promise<CommandAnswer> {
  const leave = desk.places.take(actor.workspaceId, actor.personId);
  if (!leave) return tooMany;
  try {
    return await runPermitted(input, actor, desk);
  } finally {
    leave();
  }
}

/** The same for those that have their place already. */
export async function runPermitted(
  input: CommandInput,
  { isVisitor, ...actor }: SlackActor,
  { chat }: Pick<RunDesk, 'chat'>,
): Promise<CommandAnswer> {
  return visitorProblem(input, { isVisitor, ...actor }) ?? chat.run(input, actor);
}

/** The form of a command, for those who may run it. */
export async function formOf(
  input: CommandInput,
  { isVisitor, ...actor }: SlackActor,
  { chat }: Pick<RunDesk, 'chat'>,
): Promise<FormAnswer> {
  return visitorProblem(input, { isVisitor, ...actor }) ?? chat.form(input, actor);
}

function visitorProblem({ name }: CommandInput, { isVisitor, channelId }: SlackActor): Refused | null {
  return isVisitor && (channelId === null || !forVisitors.includes(name)) ? onlyInChannels : null;
}
