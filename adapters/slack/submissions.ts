import type { CommandAnswer, CommandDefinition } from '../../src/domain/command.ts';
import { failedAnswer } from '../../src/domain/failed-answer.ts';
import { inTime, type Wait } from '../../src/domain/in-time.ts';
import { textAt, valueAt } from '../../src/domain/json.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { answerDirectly } from './answer-person.ts';
import type { SlackModal } from './block-types.ts';
import { actorOf, type Desk } from './desk.ts';
import { answerWindow, updateWindow } from './modals.ts';
import { problemOf } from './problem-of.ts';
import { readForm } from './read-form.ts';
import { type Origin, readInteractionOrigin } from './read-origin.ts';
import { placed } from './read-press.ts';
import { optionBlockId } from './render-form.ts';
import { renderWaiting } from './render-waiting.ts';
import { runCommand } from './run-command.ts';
import { readMemory, type WindowMemory } from './window-memory.ts';

/** What Slack is told of a form that was filled in. */
export type SubmissionAck =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: SlackModal };

/** Slack gives up after three seconds: an answer that takes longer comes into the window later. */
const ackAfterMs = 2_000;
const errorChars = 1_000;

interface Submission {
  readonly body: unknown;
  readonly ack: (answer: SubmissionAck) => Promise<void>;
  readonly wait: Wait;
}

/** What came of a form: where it was filled in, and whether anything was done. */
export interface Submitted {
  readonly origin: Origin;
  readonly memory: WindowMemory;
  readonly isDone: boolean;
}

/**
 * Runs the command of a form. A refusal stands in the form, by the option that it names; an answer takes its place. Where Slack
 * cannot be told, the command has run all the same, and its answer is written to the person.
 */
export async function takeSubmission({ body, ack, wait }: Submission, desk: Desk): Promise<Submitted> {
  const memory = readMemory(textAt(body, 'view', 'private_metadata'));
  const origin = placed(readInteractionOrigin(body), memory);
  const definition = desk.chat.definitions.find(({ name }) => name === memory.command);
  const running = answerOf(body, definition, memory, origin, desk);
  const early = await inTime(running, ackAfterMs, wait);
  const isTold = await told(
    ack,
    early.kind === 'done'
      ? ackOf(early.value, definition, memory)
      : { response_action: 'update', view: renderWaiting() },
    desk,
  );
  const { answer, language } = await running;
  const viewId = textAt(body, 'view', 'id');
  if (!isTold) await answerDirectly(answer, origin, language, desk);
  else if (early.kind === 'late')
    await updateWindow(viewId, answerWindow(answer, memory, language), origin, desk);
  return { origin, memory, isDone: answer.kind !== 'refused' };
}

/** False where the connection by which the form came is gone. */
async function told(ack: Submission['ack'], answer: SubmissionAck, { log }: Desk): Promise<boolean> {
  try {
    await ack(answer);
    return true;
  } catch (error) {
    log.warn('Slack was not told of a form', { problem: problemOf(error) });
    return false;
  }
}

interface LocalAnswer {
  readonly answer: CommandAnswer;
  readonly language: Language;
}

/** Never rejects: without an answer the form would stand there with an error of Slack's. */
async function answerOf(
  body: unknown,
  definition: CommandDefinition | undefined,
  memory: WindowMemory,
  origin: Origin,
  desk: Desk,
): Promise<LocalAnswer> {
  try {
    const actor = await actorOf(origin, desk);
    const options = definition ? readForm(valueAt(body, 'view', 'state'), definition) : {};
    const answer = await runCommand({ name: memory.command, options }, actor, desk);
    return { answer, language: actor.language };
  } catch (error) {
    desk.log.error('Slack form failed', { command: memory.command, problem: problemOf(error) });
    return { answer: failedAnswer, language: 'en' };
  }
}

function ackOf(
  { answer, language }: LocalAnswer,
  definition: CommandDefinition | undefined,
  memory: WindowMemory,
): SubmissionAck {
  const blockId = answer.kind === 'refused' ? blamedBlockId(answer, definition) : null;
  return answer.kind === 'refused' && blockId !== null
    ? {
        response_action: 'errors',
        errors: { [blockId]: shortened(readableLine(answer.problem), errorChars) },
      }
    : { response_action: 'update', view: answerWindow(answer, memory, language) };
}

/** The input of the first option that the sentence names, else the first of all; `null` in a form without inputs. */
function blamedBlockId(
  { problem }: Extract<CommandAnswer, { kind: 'refused' }>,
  definition: CommandDefinition | undefined,
): string | null {
  const options = definition?.options ?? [];
  const words = new Set(problem.toLowerCase().split(/[^a-z-]+/));
  const blamed = options.find(({ name }) => words.has(name)) ?? options[0];
  return blamed ? optionBlockId(blamed.name) : null;
}
