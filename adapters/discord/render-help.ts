import type { CommandDefinition } from '../../src/domain/command.ts';
import { escapeDiscord } from './escape.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts, plainFrame } from './messages.ts';
import { type DiscordWords, discordWordsOf } from './render-words.ts';
import { wordTexts } from './word-texts.ts';

/** What can be asked for, in groups of the first word; the options of one command when it is alone. */
export function renderHelp(
  commands: readonly CommandDefinition[],
  envelope: Envelope,
): readonly DiscordPayload[] {
  const groups = Map.groupBy(commands, ({ name }) => name.split(' ', 1)[0] ?? '');
  const lines = [...groups.values()].flatMap((group) =>
    group.flatMap((command) => [
      ...commandLines(command, discordWordsOf(envelope.language)),
      ...(commands.length === 1 ? optionLines(command) : []),
    ]),
  );
  return discordMessages(lineTexts(lines), plainFrame, envelope);
}

function commandLines({ name, help, who }: CommandDefinition, words: DiscordWords): readonly string[] {
  const admins = who === 'admins' ? ` *(${words.admins})*` : '';
  const [first = '', ...more] = wordTexts(help, '');
  return [`**/${escapeDiscord(name)}**${admins} ${first}`, ...more];
}

function optionLines({ options }: CommandDefinition): readonly string[] {
  return options.flatMap(({ name, help, isRequired, choices }) => {
    const [first = '', ...more] = wordTexts([help, choices.join(' | ')].filter(Boolean).join(' '), '');
    return [`- **${escapeDiscord(name)}**${isRequired ? ' \\*' : ''} ${first}`, ...more];
  });
}
