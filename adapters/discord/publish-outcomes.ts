import type { Admission, FindOutcome, PublishOutcome } from '../../src/ports/publisher.ts';
import { type DiscordFailure, discordCode, discordFailure, passesByItself } from './discord-errors.ts';
import type { PublishApi } from './publish-api.ts';

/** What the outcome of a failed attempt depends on. */
export interface Situation {
  readonly guildId: string;
  readonly api: PublishApi;
  /** A part of the delivery stands. */
  readonly partStands: boolean;
  /** It was to go into a thread or forum post, or to rewrite a message there: then not the channel is missing. */
  readonly isInThread: boolean;
}

type Refusal = Extract<DiscordFailure, { kind: 'refused' }>;

/** The token is not taken anywhere. */
const shut: readonly number[] = [discordCode.unauthorized, discordCode.unauthorizedAccount];

/** Discord says the same of a channel that the bot may not see, and of a server that it was removed from. */
const perhapsRemoved: readonly number[] = [
  discordCode.unknownChannel,
  discordCode.unknownGuild,
  discordCode.unknownMember,
  discordCode.missingAccess,
  discordCode.noDirectMessages,
];

/** What became of a delivery whose attempt threw this. */
export async function outcomeOf(error: unknown, situation: Situation): Promise<PublishOutcome> {
  const failure = discordFailure(error);
  const { problem } = failure;
  switch (failure.kind) {
    case 'limited':
      return { kind: laterOf(situation), retryAfterMs: failure.retryAfterMs, problem };
    case 'unknown':
      return { kind: 'unknown', retryAfterMs: null, problem };
    case 'refused':
      return ofRefusal(failure, situation);
  }
}

async function ofRefusal(failure: Refusal, situation: Situation): Promise<PublishOutcome> {
  const { code, problem } = failure;
  const later = { kind: laterOf(situation), retryAfterMs: null, problem };
  const admission = await admissionAfter(failure, situation);
  if (admission.kind === 'off') return situation.partStands ? later : admission;
  if (admission.kind === 'unknown' || passesByItself(code)) return later;
  return { kind: isGoneTarget(code, situation) ? 'gone' : 'refused', problem };
}

/** What stands in part is looked for before it is completed. */
function laterOf({ partStands }: Situation): 'unknown' | 'postponed' {
  return partStands ? 'unknown' : 'postponed';
}

/** The same of a search. What it lacks may be given to the bot: nothing is sent before it was allowed to look. */
export async function outcomeOfSearch(
  error: unknown,
  situation: Pick<Situation, 'guildId' | 'api'>,
): Promise<FindOutcome> {
  const failure = discordFailure(error);
  const { problem } = failure;
  const retryAfterMs = failure.kind === 'limited' ? failure.retryAfterMs : null;
  const admission = failure.kind === 'refused' ? await admissionAfter(failure, situation) : null;
  return admission?.kind === 'off' ? admission : { kind: 'unknown', retryAfterMs, problem };
}

/** Is the bot in the server? */
export async function admissionTo(guildId: string, api: PublishApi): Promise<Admission> {
  try {
    await api.guild(guildId);
    return { kind: 'admitted' };
  } catch (error) {
    const failure = discordFailure(error);
    const isOut = failure.kind === 'refused' && [...shut, ...perhapsRemoved].includes(failure.code);
    return isOut ? { kind: 'off', problem: outProblem(failure) } : { kind: 'unknown' };
  }
}

async function admissionAfter(
  failure: Refusal,
  { guildId, api }: Pick<Situation, 'guildId' | 'api'>,
): Promise<Admission> {
  if (shut.includes(failure.code)) return { kind: 'off', problem: failure.problem };
  return perhapsRemoved.includes(failure.code) ? admissionTo(guildId, api) : { kind: 'admitted' };
}

function outProblem({ code, problem }: Refusal): string {
  return shut.includes(code)
    ? problem
    : 'The bot is not in this Discord server any more. Invite the bot again, or remove what is set up there.';
}

function isGoneTarget(code: number, { isInThread }: Situation): boolean {
  return code === discordCode.unknownMessage || (code === discordCode.unknownChannel && isInThread);
}
