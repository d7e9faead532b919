import type { StoryEntry } from '../../src/domain/message-document.ts';

/** Puts ANSI color around text. White space at the ends stays outside. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  verdict(verdict: StoryEntry['verdict'], text: string): string;
}

/** Select Graphic Rendition codes (ECMA-48, 8.3.117) of the sixteen colors that every theme sets. */
const verdictCodes: Readonly<Record<StoryEntry['verdict'], string>> = {
  new: '1;32',
  update: '1;36',
  contradicts: '1;33',
};

/** With `color: false` all text stays as it is: for files, pipes and the journal. */
export function styleOf(color: boolean): Style {
  const paint = (code: string, text: string): string =>
    color && text.trim() ? text.replace(/\S(?:.*\S)?/s, (inner) => `\u001B[${code}m${inner}\u001B[0m`) : text;
  return {
    strong: (text) => paint('1', text),
    faint: (text) => paint('2', text),
    verdict: (verdict, text) => paint(verdictCodes[verdict], text),
  };
}
