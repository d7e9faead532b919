import type { CommandDefinition, CommandOption } from '../../src/domain/command.ts';
import type { SlackPayload } from './block-types.ts';
import { apart, type Envelope, lineBlocks, slackMessages, textLines } from './messages.ts';
import { literal, ours, type RichElement } from './rich-text.ts';

type Line = readonly RichElement[];

/** Of so few commands the options are told too. */
const mostWithOptions = 6;

/** The commands as they are typed, those that begin with one word together. */
export function renderHelp(
  commands: readonly CommandDefinition[],
  envelope: Envelope,
): readonly SlackPayload[] {
  const groups = Map.groupBy(commands, ({ name }) => name.split(' ')[0] ?? name);
  const isShort = commands.length <= mostWithOptions;
  const lines = [...groups.values()].flatMap((group, index) => [
    // An empty line between groups; a line of nothing would be dropped.
    ...(index > 0 && group.length > 1 ? [ours(' ')] : []),
    ...group.flatMap((command) => [
      ...commandLines(command),
      ...(isShort ? command.options.flatMap(optionLines) : []),
    ]),
  ]);
  const names = commands.map(({ name }) => `/wire ${name}`).join(', ');
  return slackMessages(apart(lineBlocks([], lines)), names, envelope);
}

function commandLines({ name, help, who }: CommandDefinition): readonly Line[] {
  const start = [...literal(`/wire ${name}`, { code: true }), ...ours(who === 'admins' ? ' (admins) ' : ' ')];
  return withText(start, help);
}

function optionLines({ name, help, isRequired }: CommandOption): readonly Line[] {
  const start = [
    ...ours('    '),
    ...literal(name, { bold: true }),
    ...ours(isRequired ? ': ' : ' (optional): '),
  ];
  return withText(start, help);
}

/** A text behind the start of its line; a long one goes on in the next. */
function withText(start: Line, text: string): readonly Line[] {
  const [first = [], ...more] = textLines(text);
  return [[...start, ...first], ...more];
}
