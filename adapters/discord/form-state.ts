import { z } from 'zod';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { ChatDesk } from '../../src/ports/chat-desk.ts';

/** A form on its way through its pages. */
export interface FormState {
  readonly command: string;
  /** What the options were when it was opened; the order of the pages comes from them. */
  readonly values: CommandInput['options'];
  /** Those of them that came with whatever opened it; the others are what is so now. */
  readonly given: CommandInput['options'];
  /** What was written on the pages before. */
  readonly filled: CommandInput['options'];
}

/** Which page of which form, in the `custom_id` of a modal or of a button that opens one. `page` counts from 0. */
export interface FormPlace {
  readonly page: number;
  readonly key: string;
}

const shape = z.object({
  form: z.object({
    command: z.string(),
    values: z.record(z.string(), z.string()),
    given: z.record(z.string(), z.string()),
    filled: z.record(z.string(), z.string()),
  }),
});

/** Keeps it, and tells under which key. */
export function keepForm(
  { command, values, given, filled }: FormState,
  chat: Pick<ChatDesk, 'keep'>,
): Promise<string> {
  return chat.keep(JSON.stringify({ form: { command, values, given, filled } }));
}

/** `null` when it is not kept any more. */
export async function findForm(key: string, chat: Pick<ChatDesk, 'kept'>): Promise<FormState | null> {
  const text = await chat.kept(key);
  return text === null ? null : parsed(text);
}

function parsed(text: string): FormState | null {
  try {
    return shape.safeParse(JSON.parse(text)).data?.form ?? null;
  } catch {
    return null;
  }
}

/** Of the modal itself. */
export function modalId({ page, key }: FormPlace): string {
  return `fill:${page}:${key}`;
}

/** Of a button that opens it. */
export function openerId({ page, key }: FormPlace): string {
  return `page:${page}:${key}`;
}

export function placeOfModalId(customId: string): FormPlace | null {
  return placeOf(/^fill:(?<page>\d):(?<key>[0-9a-f]{16})$/, customId);
}

export function placeOfOpenerId(customId: string): FormPlace | null {
  return placeOf(/^page:(?<page>\d):(?<key>[0-9a-f]{16})$/, customId);
}

function placeOf(pattern: RegExp, customId: string): FormPlace | null {
  const groups = pattern.exec(customId)?.groups;
  return groups ? { page: Number(groups['page']), key: groups['key'] ?? '' } : null;
}
