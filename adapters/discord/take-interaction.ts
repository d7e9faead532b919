import { callbackType, ephemeralFlag } from './answer-api.ts';
import type { Desk } from './desk.ts';
import { discordFailure } from './discord-errors.ts';
import type { Interaction } from './read-interaction.ts';

/** Who sees the answer: whoever asked, or everyone in the channel. */
export type Visibility = 'person' | 'everyone';

/** `unknown`: it may have arrived. */
type FirstAnswer = 'given' | 'refused' | 'unknown';

/**
 * Tells Discord, which waits three seconds, that an answer will come. False when it is not ours to give: another process gave
 * it, it came again after a RESUME, or Discord waits for it no more. Discord takes one first answer, and whoever gave that
 * one answers; the ledger is asked only where Discord's word is lost. Were both asked together, one process could win at
 * Discord and another in the ledger, and nobody would answer.
 */
export async function takeInteraction(
  interaction: Interaction,
  visibility: Visibility,
  desk: Pick<Desk, 'answers' | 'events' | 'clock' | 'log' | 'work'>,
): Promise<boolean> {
  const body = {
    type: callbackType.deferred,
    ...(visibility === 'person' && { data: { flags: ephemeralFlag } }),
  };
  const isFirst = () => desk.events.take('discord', interaction.id, desk.clock.nowMs());
  switch (await firstAnswer(interaction, body, desk)) {
    case 'given':
      // For a process that does not learn what became of its own; nobody waits for it.
      void desk.work.run('ledger', async () => void (await isFirst()));
      return true;
    case 'refused':
      return false;
    case 'unknown':
      return isFirst();
  }
}

/**
 * Gives the first answer. Discord refuses it where the interaction is over (10062) or was answered (40060). Where the answer
 * to the answer is lost, what follows will show.
 */
export async function firstAnswer(
  interaction: Interaction,
  body: Readonly<Record<string, unknown>>,
  { answers, log }: Pick<Desk, 'answers' | 'log'>,
): Promise<FirstAnswer> {
  try {
    await answers.callback(interaction, body);
    return 'given';
  } catch (error) {
    const failure = discordFailure(error);
    log.warn('Discord did not take a first answer', {
      what: interaction.deed.kind,
      problem: failure.problem,
      code: failure.kind === 'refused' ? failure.code : null,
    });
    return failure.kind === 'unknown' ? 'unknown' : 'refused';
  }
}
