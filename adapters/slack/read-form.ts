import type { CommandDefinition } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import { visibleText } from '../../src/domain/text/plain-text.ts';
import { optionActionId, optionBlockId } from './render-form.ts';

/**
 * What was filled in, as the options of the command, without what cannot be seen; those that were left empty are left out. `state` is the view's, as
 * it comes with a submission (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
 */
export function readForm(state: unknown, definition: CommandDefinition): CommandInput['options'] {
  const values = memberOf(state, 'values');
  const filled = definition.options.flatMap(({ name, isFlag }) => {
    const value = textOfInput(memberOf(memberOf(values, optionBlockId(name)), optionActionId), isFlag);
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}

/** The value of one input of any kind that a form has; '' for an empty one. */
function textOfInput(input: unknown, isFlag: boolean): string {
  if (isFlag) return isChecked(memberOf(input, 'selected_options')) ? 'true' : '';
  const candidates = [
    memberOf(input, 'value'),
    memberOf(input, 'selected_conversation'),
    memberOf(memberOf(input, 'selected_option'), 'value'),
  ];
  const text = candidates.find((candidate) => typeof candidate === 'string');
  return typeof text === 'string' ? visibleText(text).trim() : '';
}

function isChecked(selected: unknown): boolean {
  return Array.isArray(selected) && selected.length > 0;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([own]) => own === name)?.[1];
}
