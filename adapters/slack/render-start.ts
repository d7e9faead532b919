import { buttonValue, type MessageAction } from '../../src/domain/action.ts';
import type { CommandDefinition } from '../../src/domain/command.ts';
import type { PlainText } from './block-types.ts';
import { capitalized } from './capitalized.ts';
import { slackLimits } from './limits.ts';
import { plainText } from './messages.ts';
import type { Origin } from './read-origin.ts';
import { memoryOf, writeMemory } from './window-memory.ts';

/** What people mostly want, in this order; one that is not in the table is left out. */
const common: readonly { readonly name: string; readonly how: MessageAction['how'] }[] = [
  { name: 'ask', how: 'form' },
  { name: 'digest preview', how: 'run' },
  { name: 'story', how: 'form' },
  { name: 'compare', how: 'form' },
  { name: 'watch list', how: 'run' },
  { name: 'watch add', how: 'form' },
  { name: 'sources list', how: 'run' },
  { name: 'settings', how: 'form' },
  { name: 'help', how: 'run' },
];

interface StartBlock {
  readonly type: 'section';
  readonly text: PlainText;
  readonly accessory: {
    readonly type: 'button';
    readonly text: PlainText;
    readonly action_id: string;
    readonly value: string;
  };
}

export interface StartView {
  readonly type: 'modal';
  readonly title: PlainText;
  readonly private_metadata: string;
  readonly blocks: readonly StartBlock[];
}

/** The window that the bare slash command opens: the common commands, each with what it does and a button. */
export function renderStart(definitions: readonly CommandDefinition[], origin: Origin): StartView {
  const offered = common.flatMap(({ name, how }) => {
    const definition = definitions.find((each) => each.name === name);
    return definition ? [{ definition, how }] : [];
  });
  return {
    type: 'modal',
    title: plainText('Wirewatch', slackLimits.viewTitleChars),
    private_metadata: writeMemory(memoryOf('', origin, false)),
    blocks: offered.map(({ definition, how }, index) => ({
      type: 'section',
      text: plainText(definition.help, slackLimits.blockTextChars),
      accessory: {
        type: 'button',
        text: plainText(capitalized(definition.name), slackLimits.buttonTextChars),
        action_id: `wire:${index}`,
        value: buttonValue(
          { how, input: { name: definition.name, options: {} } },
          slackLimits.buttonValueChars,
        ),
      },
    })),
  };
}
