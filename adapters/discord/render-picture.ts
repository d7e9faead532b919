import type { StoryEntry } from '../../src/domain/message-document.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { pictureAddress } from '../../src/domain/text/picture-address.ts';
import { discordLayout } from './limits.ts';

/** A small picture beside one text of a message. Discord's proxy loads it. */
export interface Picture {
  readonly url: string;
  /** Read out to those who do not see it, and shown as it stands: the name of the publisher. '' for none. */
  readonly description: string;
}

/** The picture of a story, `null` where it has none or its address may not be shown. */
export function pictureOf({ imageUrl, sources }: StoryEntry): Picture | null {
  const url = pictureAddress(imageUrl);
  if (url === null) return null;
  const source = sources.find((link) => link.imageUrl === imageUrl);
  return { url, description: shortened(readableLine(source?.publisher ?? ''), discordLayout.titleChars) };
}
