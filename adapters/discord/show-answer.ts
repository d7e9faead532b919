import { DiscordAPIError } from 'discord.js';
import { ephemeralFlag } from './answer-api.ts';
import type { Answered, Desk } from './desk.ts';
import { discordFailure } from './discord-errors.ts';
import { fillAnswer, followAnswer } from './fill-answer.ts';
import type { DiscordPayload } from './messages.ts';
import { isPosted, numbered, writeTo } from './post-answer.ts';
import type { Interaction } from './read-interaction.ts';
import { renderCommandAnswer } from './render-command-answer.ts';
import type { Visibility } from './take-interaction.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding: tokens are valid for 15 minutes. */
const tokenLifeMs = 15 * 60_000;
/** An answer that is sent then would come too late. */
const marginMs = 5_000;
/** The token or the deferred answer is gone: unknown message, webhook or interaction, invalid webhook token. */
const overCodes: ReadonlySet<number> = new Set([10_008, 10_015, 10_062, 50_027]);

/** Shows the answer to an interaction that was taken; see `showPayloads`. */
export function showAnswer(
  answered: Answered,
  interaction: Interaction,
  visibility: Visibility,
  desk: Desk,
): Promise<void> {
  return showPayloads(payloadsOf(answered, desk), interaction, visibility, desk);
}

/** At least one: whoever asked waits for it. */
export function payloadsOf(
  { answer, language }: Answered,
  { layout }: Pick<Desk, 'layout'>,
): readonly DiscordPayload[] {
  const context = { language, layout };
  const payloads = renderCommandAnswer(answer, context);
  if (payloads.length > 0) return payloads;
  return renderCommandAnswer({ kind: 'refused', problem: 'There is nothing to show.' }, context);
}

/**
 * Fills the deferred answer, and follows up with what needs more messages. Once the interaction's 15 minutes are over, what
 * everyone may see becomes a message in the channel, and all else, as what cannot be posted there, a direct message. What
 * fails is logged, and the rest goes on; rejects when nothing of it stands.
 */
export async function showPayloads(
  payloads: readonly DiscordPayload[],
  interaction: Interaction,
  visibility: Visibility,
  desk: Desk,
): Promise<void> {
  let isOver = false;
  await showParts(payloads, desk.log, async (payload, index) => {
    isOver ||= desk.clock.nowMs() - interaction.atMs >= tokenLifeMs - marginMs;
    isOver ||= !(await shown(payload, index === 0 ? null : visibility, interaction, desk));
    if (isOver) await send(numbered(payload, interaction.id, index), interaction, visibility, desk);
  });
}

/** Shows one after the other. One that fails is logged, and the rest goes on; rejects when none of them stands. */
export async function showParts(
  payloads: readonly DiscordPayload[],
  log: Desk['log'],
  show: (payload: DiscordPayload, index: number) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [index, payload] of payloads.entries()) {
    try {
      await show(payload, index);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return;
  if (failures.length === payloads.length) throw failures[0];
  const { problem } = discordFailure(failures[0]);
  log.error('Discord shows only a part of an answer', {
    of: payloads.length,
    lost: failures.length,
    problem,
  });
}

/** False when the interaction is over. `follows`: who sees a follow-up; `null` for the answer itself, which has been told. */
async function shown(
  { nonce: _, enforce_nonce: __, ...payload }: DiscordPayload,
  follows: Visibility | null,
  interaction: Interaction,
  { answers, log }: Desk,
): Promise<boolean> {
  try {
    if (follows === null) await fillAnswer(interaction, payload, answers);
    else await followAnswer(interaction, follows === 'person' ? privately(payload) : payload, answers);
    return true;
  } catch (error) {
    const code = error instanceof DiscordAPIError ? Number(error.code) : 0;
    if (!overCodes.has(code)) throw error;
    log.info('Discord takes no more answers to an interaction', { code });
    return false;
  }
}

async function send(
  message: DiscordPayload,
  { origin }: Interaction,
  visibility: Visibility,
  desk: Desk,
): Promise<void> {
  if (visibility === 'everyone' && (await isPosted(message, origin.placeId, desk))) return;
  await writeTo(message, origin.personId, desk);
}

function privately(payload: DiscordPayload): DiscordPayload {
  const flags = typeof payload['flags'] === 'number' ? payload['flags'] : 0;
  return { ...payload, flags: flags | ephemeralFlag };
}
