import { expect, test } from 'vitest';
import { registrationsOf } from '../../../../../adapters/discord/render-commands.ts';
import { sameRegistrations } from '../../../../../adapters/discord/same-registrations.ts';
import { commandDefinitions } from '../../../../../src/commands/create-command-runner.ts';

const wanted = registrationsOf(commandDefinitions);

/** What Discord adds to what it was sent, with what is off or empty left out of options. */
const asDiscordHasIt = structuredClone(wanted)
  .map((command, index) => ({
    ...command,
    ...{ id: String(index), version: '1', application_id: '2', nsfw: false, dm_permission: true },
    default_member_permissions: command['default_member_permissions'] ?? null,
    description: command['description'] ?? '',
  }))
  .reverse();

test('commands are the same as Discord gives them back', () => {
  expect(sameRegistrations(wanted, asDiscordHasIt)).toBe(true);
});

test('options that are off are the same as options that are not there', () => {
  const option = { type: 3, name: 'query', description: 'A query.' };
  const command = (options: readonly object[]) => [{ type: 1, name: 'ask', description: 'Asks.', options }];

  expect(
    sameRegistrations(
      command([{ ...option, required: false }]),
      command([{ ...option, autocomplete: false }]),
    ),
  ).toBe(true);
});

test.each([
  ['a command less', (commands: typeof wanted) => commands.slice(1)],
  [
    'another description',
    (commands: typeof wanted) => [{ ...commands[0], description: 'Other.' }, ...commands.slice(1)],
  ],
  ['an option less', (commands: typeof wanted) => commands.map((each) => ({ ...each, options: [] }))],
  [
    'other permissions',
    (commands: typeof wanted) => commands.map((each) => ({ ...each, default_member_permissions: '8' })),
  ],
])('%s is a change', (_, change) => {
  expect(sameRegistrations(change(wanted), asDiscordHasIt)).toBe(false);
});
