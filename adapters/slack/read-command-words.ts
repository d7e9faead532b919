/**
 * A piece of what stands behind a slash command: a word of the value, or an option that was named. `raw` is as it was
 * typed: it still holds quotes, Slack's entities and references.
 */
export type CommandWord =
  | { readonly kind: 'word'; readonly raw: string }
  | { readonly kind: 'option'; readonly name: string; readonly raw: string };

/** `"…"` with `\"` and `\\` inside. */
const straight = /"(?:[^"\\]|\\.)*"/s.source;
/** What phones and word processors make of it: `“…”`, `„…“`, `«…»`. */
const curly =
  /[\u201C-\u201F\u00AB\u00BB\uFF02][^"\u201C-\u201F\u00AB\u00BB\uFF02]*["\u201C-\u201F\u00AB\u00BB\uFF02]/
    .source;
const quoted = `(?:${straight}|${curly})(?=\\s|$)`;
/** A whole reference, such as `<#C1|name>`, or a character. */
const unspaced = '(?:<[@#!][^>]*>|\\S)';
const optionToken = new RegExp(
  `(?:--(?<dashed>[a-z-]+)(?:=|\\s+|$)|(?<named>[a-z-]+):)\\s*(?<raw>${quoted}|${unspaced}*)`,
  'isy',
);
const wordToken = new RegExp(`${quoted}|${unspaced}+`, 'sy');

/**
 * Parts the line at spaces, quotes kept together. `name:value` and `--name value` are options where `isOption` knows the
 * name, and words elsewhere, so that a question may hold a colon. `isFlag`: such an option takes no value after `--name`.
 */
export function commandWords(
  line: string,
  isOption: (name: string) => boolean,
  isFlag: (name: string) => boolean,
): readonly CommandWord[] {
  const words: CommandWord[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    const { word, end } = optionAt(line, at, isOption, isFlag) ?? wordAt(line, at);
    words.push(word);
    at = end;
  }
  return words;
}

interface Taken {
  readonly word: CommandWord;
  readonly end: number;
}

function optionAt(
  line: string,
  at: number,
  isOption: (name: string) => boolean,
  isFlag: (name: string) => boolean,
): Taken | null {
  const bare = /--(?<name>[a-z-]+)(?=\s|$)/iy;
  bare.lastIndex = at;
  const flag = bare.exec(line)?.groups?.['name']?.toLowerCase();
  if (flag && isFlag(flag)) return { word: { kind: 'option', name: flag, raw: 'true' }, end: bare.lastIndex };
  optionToken.lastIndex = at;
  const groups = optionToken.exec(line)?.groups;
  const name = (groups?.['dashed'] ?? groups?.['named'])?.toLowerCase();
  if (!name || !isOption(name)) return null;
  return { word: { kind: 'option', name, raw: groups?.['raw'] ?? '' }, end: optionToken.lastIndex };
}

function wordAt(line: string, at: number): Taken {
  wordToken.lastIndex = at;
  const raw = wordToken.exec(line)?.[0] ?? line.charAt(at);
  return { word: { kind: 'word', raw }, end: at + raw.length };
}

/** The text within quotes, with `\"` and `\\` read; `null` where it is not one quoted text. */
export function unquoted(raw: string): string | null {
  if (new RegExp(`^${curly}$`, 's').test(raw)) return raw.slice(1, -1);
  if (new RegExp(`^${straight}$`, 's').test(raw)) return raw.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return null;
}
