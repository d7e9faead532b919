import { discordLimits } from './limits.ts';
import type { Controls } from './render-controls.ts';
import type { Picture } from './render-picture.ts';

/** https://docs.discord.com/developers/components/reference and .../resources/message, "Message Flags". */
const componentType = { section: 9, textDisplay: 10, thumbnail: 11, container: 17 } as const;
export const isComponentsV2 = 1 << 15;

/** What one message holds. */
export interface MessageParts {
  readonly contents: readonly string[];
  readonly rows: Controls['rows'];
  /** RGB, `null` for none. */
  readonly accentColor: number | null;
  /** With the position of the text beside which it stands; `null` for none. */
  readonly picture: (Picture & { readonly textIndex: number }) | null;
}

/** What controls and picture leave for texts; the container itself is a component, and so are a section and what is in it. */
export function containerRoom({ componentCount, labelChars }: Controls, picture: Picture | null) {
  return {
    texts: discordLimits.components - 1 - componentCount - (picture ? 2 : 0),
    chars: discordLimits.textChars - labelChars - (picture?.description.length ?? 0),
  };
}

/** A message in Components V2: all in one container. */
export function containerPayload({ contents, rows, accentColor, picture }: MessageParts) {
  const texts = contents.map((content, index) =>
    picture?.textIndex === index ? pictured(content, picture) : displayed(content),
  );
  const container = {
    type: componentType.container,
    ...(accentColor !== null && { accent_color: accentColor }),
    components: [...texts, ...rows],
  };
  return { flags: isComponentsV2, components: [container] };
}

function displayed(content: string) {
  return { type: componentType.textDisplay, content };
}

function pictured(content: string, { url, description }: Picture) {
  const thumbnail = {
    type: componentType.thumbnail,
    media: { url },
    ...(description !== '' && { description }),
  };
  return { type: componentType.section, components: [displayed(content)], accessory: thumbnail };
}
