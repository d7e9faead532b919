import { buttonValue, type MessageAction } from '../../src/domain/action.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { discordLayout, discordLimits } from './limits.ts';
import type { DiscordWords } from './render-words.ts';

/** https://docs.discord.com/developers/components/reference */
const componentType = { actionRow: 1, button: 2, stringSelect: 3 } as const;
const buttonStyle = { plain: 2, primary: 1, danger: 4, link: 5 } as const;

export type Button = Readonly<Record<string, string | number>>;

/** One entry of a select: what is run when it is chosen, as a button would carry it. */
export interface Choosable {
  readonly label: string;
  readonly value: string;
}

/** What stands below a message's texts. */
export interface Controls {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Of the rows, with all in them. */
  readonly componentCount: number;
  /** Of the buttons' labels together. */
  readonly labelChars: number;
}

/**
 * Selects carry values of buttons too, under a `custom_id` that begins so: whatever is chosen is handled as if a button with
 * it were pressed.
 */
export const selectPrefix = 'choose:';

/** `prefix` tells apart what rows of a table have in common. */
export function actionButton(action: MessageAction, words: Words, prefix = ''): Button {
  return {
    type: componentType.button,
    style: buttonStyle[action.tone],
    label: shortened(`${prefix}${words.actions[action.label]}`, discordLimits.labelChars),
    custom_id: buttonValue(action, discordLimits.customIdChars),
  };
}

export function plainButton(label: string, customId: string): Button {
  return { type: componentType.button, style: buttonStyle.plain, label, custom_id: customId };
}

/** A button to an address, or none where it may not be followed or is too long. */
export function readButtons(address: string | null, words: DiscordWords): readonly Button[] {
  const link = safeLink(address);
  const label = words.readAt(link?.host ?? '');
  const isTooLong =
    label.length > discordLimits.labelChars || (link?.href.length ?? 0) > discordLimits.buttonUrlChars;
  if (!link || isTooLong) return [];
  return [{ type: componentType.button, style: buttonStyle.link, label, url: link.href }];
}

export function choosable(action: Pick<MessageAction, 'how' | 'input'>, label: string): Choosable {
  return {
    label: shortened(readableLine(label), discordLimits.selectOptionChars),
    value: buttonValue(action, discordLimits.selectOptionChars),
  };
}

/** Rows of five buttons, a select above them. What does not fit the rows is left out, and so is the same thing twice. */
export function controlsOf(
  buttons: readonly Button[],
  select: { readonly placeholder: string; readonly choices: readonly Choosable[] },
): Controls {
  const options = uniqueBy(select.choices, ({ value }) => value).slice(0, discordLimits.selectOptions);
  const selectRows = options.length > 0 ? [rowOf([selectOf(options, select.placeholder)])] : [];
  const room = (discordLimits.rows - selectRows.length) * discordLimits.buttonsPerRow;
  const shown = fitting(
    uniqueBy(buttons, ({ custom_id: id, url }) => String(id ?? url)),
    room,
  );
  const buttonRows = Array.from({ length: Math.ceil(shown.length / discordLimits.buttonsPerRow) }, (_, row) =>
    rowOf(shown.slice(row * discordLimits.buttonsPerRow, (row + 1) * discordLimits.buttonsPerRow)),
  );
  return {
    rows: [...selectRows, ...buttonRows],
    componentCount: 2 * selectRows.length + buttonRows.length + shown.length,
    labelChars: labelCharsOf(shown),
  };
}

function rowOf(components: readonly object[]) {
  return { type: componentType.actionRow, components };
}

function selectOf(options: readonly Choosable[], placeholder: string) {
  return {
    type: componentType.stringSelect,
    custom_id: `${selectPrefix}1`,
    placeholder: shortened(placeholder, discordLimits.placeholderChars),
    options,
  };
}

function fitting(buttons: readonly Button[], room: number): readonly Button[] {
  let chars = 0;
  return buttons.slice(0, room).filter((button) => {
    const length = labelCharsOf([button]);
    if (chars + length > discordLayout.buttonLabelChars) return false;
    chars += length;
    return true;
  });
}

function labelCharsOf(buttons: readonly Button[]): number {
  return buttons.reduce((sum, { label }) => sum + String(label).length, 0);
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
