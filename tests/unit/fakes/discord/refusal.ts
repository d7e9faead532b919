import { DiscordAPIError, RateLimitError } from 'discord.js';

/** How the library's REST client was refused. */
export interface Refusal {
  readonly status: number;
  readonly code: number | string;
  /** The fields of `Invalid Form Body` with their codes: `embeds[0].title BASE_TYPE_MAX_LENGTH`. */
  readonly fields: readonly string[];
}

export async function refusalOf(request: Promise<unknown>): Promise<Refusal | null> {
  try {
    await request;
    return null;
  } catch (error) {
    if (error instanceof RateLimitError) return { status: 429, code: 0, fields: [] };
    if (!(error instanceof DiscordAPIError)) throw error;
    const raw: unknown = Object(error.rawError)['errors'];
    return { status: error.status, code: error.code, fields: fieldsOf(raw, '') };
  }
}

function fieldsOf(tree: unknown, path: string): readonly string[] {
  return Object.entries(Object(tree)).flatMap(([name, value]) =>
    name === '_errors' && Array.isArray(value)
      ? value.map((error) => `${path} ${error.code}`)
      : fieldsOf(value, path ? `${path}.${name}` : name),
  );
}
