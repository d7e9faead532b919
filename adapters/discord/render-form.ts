import type { CommandDefinition, CommandForm, CommandOption } from '../../src/domain/command.ts';
import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { postableChannelTypes } from './channel-types.ts';
import { discordLimits } from './limits.ts';
import { type DiscordWords, discordWordsOf } from './render-words.ts';
import { snowflake } from './snowflake.ts';

/** https://docs.discord.com/developers/components/reference */
const componentType = { stringSelect: 3, textInput: 4, channelSelect: 8, label: 18 } as const;
const inputStyle = { short: 1, paragraph: 2 } as const;
/** A longer value is read in several lines. */
const lineChars = 60;

type Json = Readonly<Record<string, unknown>>;

/** What was filled in: the value of a text input, the values of a select, by the `custom_id` of the component. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface FormContext {
  readonly customId: string;
  readonly language: Language;
  /** Counts from 0. */
  readonly page: number;
}

/** The options in groups of as many as a modal holds: required ones first, then those that have a value. */
export function formPages({
  definition,
  values,
}: Omit<CommandForm, 'kind'>): readonly (readonly CommandOption[])[] {
  const rank = ({ name, isRequired }: CommandOption) => (isRequired ? 0 : values[name] ? 1 : 2);
  const options = definition.options.toSorted((a, b) => rank(a) - rank(b));
  const count = Math.ceil(options.length / discordLimits.modalInputs);
  return Array.from({ length: count }, (_, page) =>
    options.slice(page * discordLimits.modalInputs, (page + 1) * discordLimits.modalInputs),
  );
}

/** A modal with one page of a form; `null` for a page that the form has not. Each input has its option's name as `custom_id`. */
export function renderForm(form: CommandForm, { customId, language, page }: FormContext): Json | null {
  const pages = formPages(form);
  const options = pages[page];
  if (!options) return null;
  const words = discordWordsOf(language);
  const count = pages.length > 1 ? ` (${page + 1}/${pages.length})` : '';
  const title = shortened(`/${form.definition.name}`, discordLimits.modalTitleChars - count.length);
  return {
    custom_id: customId,
    title: `${title}${count}`,
    components: options.map((option) => labeled(option, form.values[option.name] ?? '', words)),
  };
}

function labeled(option: CommandOption, value: string, words: DiscordWords): Json {
  return {
    type: componentType.label,
    label: shortened(option.name, discordLimits.modalLabelChars),
    description: shortened(readableLine(option.help), discordLimits.modalHelpChars),
    component: inputOf(option, value, words),
  };
}

function inputOf(option: CommandOption, value: string, words: DiscordWords): Json {
  const choices = choicesOf(option, words);
  if (choices.length > 0 && choices.length <= discordLimits.selectOptions) {
    const options = choices.map((choice) => ({ ...choice, default: choice.value === value }));
    return { ...selectOf(option, componentType.stringSelect), options };
  }
  if (option.completes !== 'channel' || (value !== '' && !snowflake.test(value)))
    return textInput(option, value);
  return {
    ...selectOf(option, componentType.channelSelect),
    channel_types: postableChannelTypes,
    ...(value !== '' && { default_values: [{ id: value, type: 'channel' }] }),
  };
}

function selectOf({ name, isRequired }: CommandOption, type: number): Json {
  return { type, custom_id: name, required: isRequired, min_values: isRequired ? 1 : 0 };
}

function textInput({ name, isRequired, completes }: CommandOption, value: string): Json {
  const isLong = completes === null && (isRequired || value.length > lineChars);
  return {
    type: componentType.textInput,
    custom_id: name,
    required: isRequired,
    style: isLong ? inputStyle.paragraph : inputStyle.short,
    max_length: discordLimits.inputChars,
    ...(value !== '' && value.length <= discordLimits.inputChars && { value }),
  };
}

function choicesOf({ isFlag, choices }: CommandOption, words: DiscordWords) {
  if (!isFlag) return choices.map((value) => ({ label: value, value }));
  return [
    { label: words.yes, value: 'true' },
    { label: words.no, value: 'false' },
  ];
}

/** The options that a modal was filled in with; what was left empty is not among them. */
export function readForm(
  fields: FormFields,
  { options }: CommandDefinition,
): Readonly<Record<string, string>> {
  const given = options.flatMap(({ name }): readonly (readonly [string, string])[] => {
    const field = fields[name] ?? '';
    const value = typeof field === 'string' ? field.trim() : (field[0] ?? '');
    return value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}
