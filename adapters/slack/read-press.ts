import { textAt } from '../../src/domain/json.ts';
import { type Origin, readInteractionOrigin } from './read-origin.ts';
import { readMemory, type WindowMemory } from './window-memory.ts';

/** Something that was pressed or chosen. */
export interface Press {
  readonly origin: Origin;
  /** Of the button, or of the option that was chosen. */
  readonly value: string;
  readonly surface: 'message' | 'modal' | 'home';
  /** Of the window or Home; '' in a message. */
  readonly viewId: string;
  readonly memory: WindowMemory;
}

/** Reads a `block_actions` payload (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function readPress(body: unknown): Press {
  const origin = readInteractionOrigin(body);
  const viewType = textAt(body, 'view', 'type');
  const surface = viewType === 'home' ? 'home' : viewType === '' ? 'message' : 'modal';
  const memory = readMemory(textAt(body, 'view', 'private_metadata'));
  return {
    origin: surface === 'message' ? origin : placed(origin, memory),
    value:
      textAt(body, 'actions', 0, 'value') ||
      textAt(body, 'actions', 0, 'selected_option', 'value') ||
      textAt(body, 'actions', 0, 'selected_conversation'),
    surface,
    viewId: textAt(body, 'view', 'id'),
    memory,
  };
}

/** What is done in a window is done where the window was opened. */
export function placed(origin: Origin, { channelId, threadTs }: WindowMemory): Origin {
  return { ...origin, channelId, threadTs };
}
