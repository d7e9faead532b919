import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A prompt file: front matter with id, version and the slots that the body must use, then the body. */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  readonly slots: readonly string[];
  readonly body: string;
}

/** A prompt file that cannot be used, or slots that do not fit it. */
export class PromptError extends Error {
  override readonly name = 'PromptError';
}

const frontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().positive(),
  slots: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
});
const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]+)$/;
const slot = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** Reads a prompt file and checks that its body uses just the slots it declares. Throws `PromptError`. */
export function loadPrompt(path: string): Prompt {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new PromptError(`The prompt file ${path} cannot be read.`, { cause });
  }
  return parsePrompt(text, path);
}

/** The prompt in a file's text; `name` stands in the errors. Throws `PromptError`. */
export function parsePrompt(text: string, name: string): Prompt {
  const [, head, body] = parts.exec(text) ?? [];
  if (head === undefined || body === undefined) {
    throw new PromptError(`The prompt file ${name} has no front matter between two lines of "---".`);
  }
  const prompt = { ...readHead(head, name), body: body.trim() };
  const used = [...new Set([...body.matchAll(slot)].map((match) => match[1] ?? ''))];
  requireSame(used, prompt.slots, `The prompt file ${name}`, 'uses', 'declares');
  return prompt;
}

function readHead(head: string, name: string): z.infer<typeof frontMatter> {
  try {
    return frontMatter.parse(parse(head));
  } catch (cause) {
    throw new PromptError(`The prompt file ${name} needs id, version and slots in its front matter.`, {
      cause,
    });
  }
}

/**
 * The prompt with its slots filled, each once: a value that looks like a slot stays text. Throws `PromptError`
 * for a slot that is missing, and for a value that no slot takes.
 */
export function renderPrompt(prompt: Prompt, values: Readonly<Record<string, string | number>>): string {
  requireSame(
    Object.keys(values),
    prompt.slots,
    `The prompt ${prompt.id}@${prompt.version}`,
    'gets',
    'declares',
  );
  return prompt.body.replace(slot, (_whole, name: string) => String(values[name]));
}

function requireSame(
  actual: readonly string[],
  declared: readonly string[],
  subject: string,
  verb: string,
  other: string,
): void {
  const extra = actual.filter((name) => !declared.includes(name));
  const missing = declared.filter((name) => !actual.includes(name));
  if (extra.length > 0) {
    throw new PromptError(`${subject} ${verb} the slot ${extra.join(', ')}, which it does not declare.`);
  }
  if (missing.length > 0) {
    throw new PromptError(`${subject} ${other} the slot ${missing.join(', ')}, which is not filled or used.`);
  }
}
