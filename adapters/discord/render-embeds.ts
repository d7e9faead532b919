import { discordLimits } from './limits.ts';
import type { MessageParts } from './render-container.ts';

/** Texts of a message together; how many does not matter, since embeds hold several. */
export const embedRoom = { texts: Number.POSITIVE_INFINITY, chars: discordLimits.embedChars };

/**
 * A message as content and embeds. Who is called stands in the content: a mention in an embed calls nobody. Two embeds hold
 * all that fits a message, since a text is shorter than a description. A picture stands in the first of them.
 */
export function embedPayload({ contents, rows, accentColor, picture }: MessageParts, content: string) {
  const color = accentColor === null ? {} : { color: accentColor };
  return {
    content,
    embeds: descriptions(contents).map((description, index) => ({
      description,
      ...color,
      ...(picture && index === 0 && { thumbnail: { url: picture.url } }),
    })),
    components: rows,
  };
}

function descriptions(contents: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const content of contents) {
    const joined = `${texts.at(-1) ?? ''}\n${content}`;
    if (texts.length > 0 && joined.length <= discordLimits.embedDescriptionChars)
      texts[texts.length - 1] = joined;
    else texts.push(content);
  }
  return texts;
}
