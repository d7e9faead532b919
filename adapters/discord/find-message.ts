import { discordCode, discordFailure } from './discord-errors.ts';
import type { DiscordMessage, PublishApi } from './publish-api.ts';
import { type MessagePart, partOfButtonId } from './render-key.ts';

/** Messages of one delivery that stand. */
export interface StandingParts {
  readonly place: string;
  /** Message ids by the number of the part, from 1. */
  readonly parts: ReadonlyMap<number, string>;
  /** How many there are when all stand. */
  readonly total: number;
}

const pageMessages = 100;
/** Discord counts milliseconds from here in its ids (docs.discord.com/developers/reference, "Snowflakes"). */
const discordEpochMs = 1_420_070_400_000;
/** Our clock may be ahead of Discord's. */
const clockDifferenceMs = 60_000;
/** A post that is looked for is among the newest of the bot. */
const mostPosts = 25;

/** The id that all messages of this moment or later, by our clock, come after. */
export function idBefore(sinceMs: number): string {
  const ms = Math.max(0, Math.floor(sinceMs) - clockDifferenceMs - discordEpochMs);
  return String(BigInt(ms) << 22n);
}

/** Which delivery a message belongs to, from the button that carries its key; `null` for a message of any other kind. */
export function partOfMessage({ components }: Pick<DiscordMessage, 'components'>): MessagePart | null {
  for (const customId of customIdsIn(components)) {
    const part = partOfButtonId(customId);
    if (part) return part;
  }
  return null;
}

function customIdsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'custom_id' && typeof inner === 'string' ? [inner] : customIdsIn(inner),
  );
}

/** What is looked for, and the id that its messages come after. */
export interface Search {
  readonly key: string;
  readonly after: string;
}

/**
 * Looks through the bot's own messages of a channel or thread, oldest first: what is in doubt was posted soon after it was
 * first tried. `null` when none is there, or no such place. Rejects where the bot may not look: Discord answers with an
 * empty list then (docs.discord.com/developers/resources/message, "Get Channel Messages").
 */
export async function findParts(
  { key, after }: Search,
  place: string,
  api: PublishApi,
): Promise<StandingParts | null> {
  const found = await findPartsAfter(after, key, place, api);
  if (!found) await requireHistory(place, api);
  return found;
}

/** The same after a message that stands, without asking whether the bot may look. */
export async function findPartsAfter(
  after: string,
  key: string,
  place: string,
  api: PublishApi,
): Promise<StandingParts | null> {
  const me = await api.me();
  const parts = new Map<number, string>();
  let total = 0;
  for await (const message of messagesAfter(after, place, api)) {
    const found = message.author.id === me ? partOfMessage(message) : null;
    if (found?.key !== key) continue;
    parts.set(found.part, message.id);
    total = Math.max(total, found.total);
    if (parts.size >= total) break;
  }
  return parts.size > 0 ? { place, parts, total } : null;
}

/** One message that nobody needs: whoever may not read the history is refused it, and to whoever may it is unknown. */
async function requireHistory(place: string, api: PublishApi): Promise<void> {
  try {
    await api.message(place, place);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Page by page, as far as the attempt lasts. */
async function* messagesAfter(start: string, place: string, api: PublishApi): AsyncGenerator<DiscordMessage> {
  let after: string | undefined = start;
  while (after !== undefined) {
    const messages = await pageOf(place, after, api);
    yield* messages.toReversed();
    after = messages.length < pageMessages ? undefined : messages[0]?.id;
  }
}

async function pageOf(place: string, after: string, api: PublishApi): Promise<readonly DiscordMessage[]> {
  try {
    return await api.page(place, { after });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** The same in a forum, where a delivery has a post of its own. */
export async function findPost(
  search: Search,
  { forum, guild }: { readonly forum: string; readonly guild: string },
  api: PublishApi,
): Promise<StandingParts | null> {
  const me = await api.me();
  const posts = (await api.activeThreads(guild))
    .filter((thread) => thread.parent_id === forum && thread.owner_id === me)
    .map(({ id }) => id)
    .filter((id) => BigInt(id) > BigInt(search.after))
    .sort((a, b) => b.length - a.length || (a < b ? 1 : -1));
  for (const post of posts.slice(0, mostPosts)) {
    const first = await firstOf(post, api);
    if (first && partOfMessage(first)?.key === search.key) return findPartsAfter('0', search.key, post, api);
  }
  return null;
}

/** The first message of a post has the post's id. */
async function firstOf(post: string, api: PublishApi): Promise<DiscordMessage | null> {
  try {
    return await api.message(post, post);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Is it certain that there is no such channel, thread or message? */
export function isGone(error: unknown): boolean {
  const failure = discordFailure(error);
  if (failure.kind !== 'refused') return false;
  return failure.code === discordCode.unknownChannel || failure.code === discordCode.unknownMessage;
}
