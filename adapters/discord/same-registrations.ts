import { listAt, textAt, valueAt } from '../../src/domain/json.ts';

/** What we say of a command; Discord adds ids, versions and more. */
const commandFields = [
  'name',
  'description',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
] as const;
const optionFields = [
  'type',
  'name',
  'description',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'options',
] as const;

/** Are these the same commands, whatever their order, and whatever Discord adds to what it was sent? */
export function sameRegistrations(wanted: readonly unknown[], present: readonly unknown[]): boolean {
  return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(present));
}

function sorted(commands: readonly unknown[]): readonly unknown[] {
  const keyed = commands.map((command) => {
    const type = valueAt(command, 'type') ?? 1;
    return {
      key: `${type} ${textAt(command, 'name')}`,
      command: { type, ...fields(command, commandFields) },
    };
  });
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** What is off, empty or not there is one and the same. */
function fields(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const present = names.flatMap((name): readonly (readonly [string, unknown])[] => {
    const field = normal(name, valueAt(value, name));
    const isNothing = field === undefined || field === null || field === false || field === '';
    return isNothing || (Array.isArray(field) && field.length === 0) ? [] : [[name, field]];
  });
  return Object.fromEntries(present);
}

function normal(name: string, field: unknown): unknown {
  if (name === 'options') return listAt(field).map((option) => fields(option, optionFields));
  if (name === 'choices') return listAt(field).map((choice) => fields(choice, ['name', 'value']));
  const isSet = name === 'contexts' || name === 'integration_types' || name === 'channel_types';
  return isSet ? listAt(field).toSorted((a, b) => Number(a) - Number(b)) : field;
}
