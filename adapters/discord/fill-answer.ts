import { HTTPError } from 'discord.js';
import type { AnswerApi, InteractionToken } from './answer-api.ts';
import { discordFailure } from './discord-errors.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * Fills the deferred answer; once more where it is not known what became of it, since twice is once. Resolves when it
 * stands, also where only a look at it shows that.
 */
export async function fillAnswer(
  interaction: InteractionToken,
  message: Body,
  answers: AnswerApi,
): Promise<void> {
  try {
    return await answers.fill(interaction, message);
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
  try {
    await answers.fill(interaction, message);
  } catch (error) {
    if (!isUnknown(error) || !(await isFilled(interaction, answers))) throw error;
  }
}

/** Sends what follows the answer; once more where Discord itself failed. A lost one may stand, and stays once. */
export async function followAnswer(
  interaction: InteractionToken,
  message: Body,
  answers: AnswerApi,
): Promise<void> {
  try {
    await answers.followUp(interaction, message);
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    await answers.followUp(interaction, message);
  }
}

async function isFilled(interaction: InteractionToken, answers: AnswerApi): Promise<boolean> {
  try {
    return await answers.isFilled(interaction);
  } catch {
    // Whoever waits is better told that something failed than nothing.
    return false;
  }
}

function isUnknown(error: unknown): boolean {
  return discordFailure(error).kind === 'unknown';
}
