import { inTime, type Wait } from '../../src/domain/in-time.ts';
import { textAt } from '../../src/domain/json.ts';
import type { Rights } from './admins.ts';
import type { SlackOption } from './block-types.ts';
import { actorWith, type Desk } from './desk.ts';
import { slackLimits } from './limits.ts';
import { plainText } from './messages.ts';
import { problemOf } from './problem-of.ts';
import { readInteractionOrigin } from './read-origin.ts';
import { placed } from './read-press.ts';
import { optionOfBlockId } from './render-form.ts';
import { readMemory } from './window-memory.ts';

/** Slack shows an error to whoever types where it hears nothing for three seconds. */
const suggestWithinMs = 2_000;

/** What an input may be filled with, as far as that is known in time; never rejects. */
export async function suggestInTime(body: unknown, wait: Wait, desk: Desk): Promise<readonly SlackOption[]> {
  try {
    const suggested = await inTime(suggestChoices(body, desk), suggestWithinMs, wait);
    if (suggested.kind === 'done') return suggested.value;
    desk.log.info('Slack suggestions took too long', {});
  } catch (error) {
    desk.log.error('Slack suggestions failed', { problem: problemOf(error) });
  }
  return [];
}

const nobody: Rights = { isAdmin: false, admins: '', isVisitor: false };

/** What an input of a form may be filled with, for what was typed in it so far. */
async function suggestChoices(body: unknown, desk: Desk): Promise<readonly SlackOption[]> {
  const memory = readMemory(textAt(body, 'view', 'private_metadata'));
  const name = optionOfBlockId(textAt(body, 'block_id'));
  const definition = desk.chat.definitions.find((each) => each.name === memory.command);
  const completes = definition?.options.find((option) => option.name === name)?.completes;
  if (!completes) return [];
  const origin = placed(readInteractionOrigin(body), memory);
  // Every letter that is typed asks: rights are worth a call to Slack only where they make a difference.
  const rights =
    definition.who === 'admins'
      ? await desk.admins.rightsAtOnce(origin.workspaceId, origin.personId)
      : nobody;
  const { isVisitor: _, ...actor } = await actorWith(rights, origin, desk.channels);
  const choices = await desk.chat.complete(completes, textAt(body, 'value'), actor);
  return choices
    .filter(({ label, value }) => label.trim() !== '' && value.length <= slackLimits.optionValueChars)
    .slice(0, slackLimits.selectOptions)
    .map(({ label, value }) => ({ text: plainText(label, slackLimits.optionTextChars), value }));
}
