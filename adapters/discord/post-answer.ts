import type { Desk } from './desk.ts';
import { discordFailure } from './discord-errors.ts';
import { discordLimits } from './limits.ts';
import type { DiscordPayload } from './messages.ts';

/** Before the second and the third try, where Discord names no time. */
const pausesMs = [1_000, 4_000] as const;
/** Whoever asked is better told than left waiting longer. */
const longestPauseMs = 60_000;

type Poster = Pick<Desk, 'answers' | 'wait' | 'stopping' | 'log'>;

/**
 * Posts an answer, three times at most where Discord fails or asks for a pause. The message needs a nonce (see `numbered`),
 * under which it stands once. False when Discord does not let the bot post there; rejects with the last failure.
 */
export async function isPosted(message: DiscordPayload, placeId: string, desk: Poster): Promise<boolean> {
  try {
    await post(message, placeId, desk);
    return true;
  } catch (error) {
    const failure = discordFailure(error);
    if (failure.kind !== 'refused') throw error;
    desk.log.info('Discord shows no answer where it was asked for', { problem: failure.problem });
    return false;
  }
}

/** The same in somebody's direct messages; rejects where Discord refuses it too. */
export async function writeTo(message: DiscordPayload, personId: string, desk: Poster): Promise<void> {
  await patiently(async () => {
    await desk.answers.post(await desk.answers.openDirect(personId), message);
  }, desk);
}

function post(message: DiscordPayload, placeId: string, desk: Poster): Promise<void> {
  return patiently(() => desk.answers.post(placeId, message), desk);
}

async function patiently(work: () => Promise<void>, { wait, stopping }: Poster): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (error) {
      const failure = discordFailure(error);
      const neededMs = failure.kind === 'limited' ? failure.retryAfterMs : pauseMs;
      if (failure.kind === 'refused' || neededMs > longestPauseMs) throw error;
      await wait(neededMs, stopping);
    }
  }
  return work();
}

/** With a nonce made of what is answered, so that an answer that is sent twice stands once. `part` tells its messages apart. */
export function numbered(payload: DiscordPayload, eventId: string, part: number | string): DiscordPayload {
  const nonce = `${eventId}.${part}`.slice(0, discordLimits.nonceChars);
  return { ...payload, nonce, enforce_nonce: true };
}
