import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { ZodError } from 'zod';

/** What became of a request that did not succeed, for whoever sends. */
export type DiscordFailure =
  /** Not carried out: it came too soon. */
  | { readonly kind: 'limited'; readonly retryAfterMs: number; readonly problem: string }
  /** Not carried out. `code` is Discord's own; 401 for a token that it does not know. */
  | { readonly kind: 'refused'; readonly code: number; readonly problem: string }
  /** The answer is lost: it may have been carried out or not. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Codes that somebody acts on (discord/discord-api-docs, "Opcodes and Status Codes", JSON error codes). */
export const discordCode = {
  unauthorized: 401,
  unauthorizedAccount: 40_001,
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  isCrossposted: 40_033,
  missingAccess: 50_001,
  noDirectMessages: 50_007,
  hasThread: 160_004,
  archivedThread: 50_083,
} as const;

const restart = 'set a valid DISCORD_TOKEN and restart the bot.';
const invite = 'Invite the bot again, or remove what is set up there.';

/** What is wrong, and what to do. */
const sentences: Readonly<Record<number, string>> = {
  401: `Discord does not know the bot's token; ${restart}`,
  10003: 'The channel or thread is not there any more. Set up another one, or remove what is set up there.',
  10004: `The bot is not in this Discord server any more. ${invite}`,
  10007: `The bot or the person is not a member of this Discord server any more. ${invite}`,
  10008: 'The message was deleted on Discord, so that it can be neither rewritten nor continued.',
  10013: 'Discord knows no such person. Correct who is told.',
  30046: 'The message was edited too often for its age; Discord takes another edit later.',
  30033: 'The thread has as many members as Discord allows. Post into another channel.',
  40001: `Discord does not let the bot in; ${restart}`,
  40067:
    'The forum asks for a tag on each post. Give it tags named new, update and contradicts, or ask for none.',
  50001: 'The bot cannot see the channel. Give it the permission View Channel there.',
  50007:
    'The person takes no direct messages from the bot. They can allow direct messages from members of the server.',
  50008: 'Messages cannot be sent to a channel of this kind. Choose a text channel.',
  50013:
    'The bot lacks a permission in the channel. Give it View Channel, Send Messages, Embed Links, Read Message History, Create Public Threads and Send Messages in Threads.',
  50024: 'Discord cannot do this in a channel of this kind. Choose a text channel or a forum.',
  50033: 'Discord knows no such person. Correct who is told.',
  50083: 'The thread is archived and locked. Unlock it, or give the bot the permission Manage Threads.',
  160005: 'The thread is locked. Unlock it, or give the bot the permission Manage Threads.',
  160006: 'The server has as many active threads as Discord allows. Archive some.',
};

/** Refusals that pass by themselves: sent again, not given up. */
const passing: ReadonlySet<number> = new Set([30_046, 160_006]);

/** Is another try worthwhile although nobody changed the message? */
export function passesByItself(code: number): boolean {
  return passing.has(code);
}

/** The attempt that a request belongs to is over: it was not sent. */
export class AttemptOverError extends Error {
  override readonly name = 'AttemptOverError';
}

/** Of whatever the client throws. Messages of Discord's errors name fields and never the token. */
export function discordFailure(error: unknown): DiscordFailure {
  if (error instanceof AttemptOverError) return unknown(overdue);
  if (error instanceof RateLimitError) return limited(Math.max(error.retryAfter, error.sublimitTimeout));
  if (error instanceof DiscordAPIError) return ofAnswer(error);
  if (error instanceof HTTPError) return unknown(`Discord answered ${error.status}.`);
  if (error instanceof Error && /^Expected token to be set/.test(error.message)) return refused(401, '');
  if (error instanceof ZodError) return unknown('Discord answered in a form that the bot does not know.');
  if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    return unknown('Discord did not answer in time.');
  return unknown(`Discord did not answer: ${error instanceof Error ? error.message : String(error)}.`);
}

function ofAnswer({ code, status, message }: DiscordAPIError): DiscordFailure {
  if (status === 429) return limited(slowmodeMs);
  if (status === 401) return refused(401, message);
  const number = typeof code === 'number' ? code : 0;
  if (number === 0 && ofOthers.has(status)) return limited(barredMs, barred);
  return number === 0 ? refused(status, message) : refused(number, message);
}

const overdue = 'Discord took too long; what is missing is posted by another attempt.';
const mostChars = 300;
/** A channel's slow mode comes as an error without a time (code 20016); Discord's longest is six hours. */
const slowmodeMs = 60_000;

/** Without a code of Discord's, it was Cloudflare or a proxy that did not let the request through. */
const ofOthers: ReadonlySet<number> = new Set([403, 408]);
/** Discord counts invalid requests over ten minutes (docs.discord.com, "Invalid Request Limit"), and more of them make it worse. */
const barredMs = 600_000;
const barred =
  'Something between the bot and Discord does not let requests through, and is asked again later. If it stays so, look at the proxy.';

function limited(retryAfterMs: number, problem = 'Discord asks for a pause.'): DiscordFailure {
  return { kind: 'limited', retryAfterMs, problem };
}

function refused(code: number, message: string): DiscordFailure {
  return { kind: 'refused', code, problem: sentences[code] ?? unheardOf(code, message) };
}

/** Discord's own words, as one sentence: of a malformed message they name each field. */
function unheardOf(code: number, message: string): string {
  const words = message.split('\n').join('; ').slice(0, mostChars).replace(/\.$/, '');
  return `Discord refused with code ${code}: ${words}.`;
}

function unknown(problem: string): DiscordFailure {
  return { kind: 'unknown', problem };
}
