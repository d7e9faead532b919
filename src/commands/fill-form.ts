import type { Actor, CommandForm } from '../domain/command.ts';
import type { Command, CommandServices } from './command.ts';
import { presentValuesOf } from './present-values.ts';
import type { Reading } from './reading.ts';
import { ownChannels } from './target-channel.ts';

type Values = Readonly<Record<string, string>>;

/** The form of a command: what its options are now, with what was given over it. */
export async function fillForm(
  { definition }: Command,
  given: Values,
  actor: Actor,
  services: CommandServices,
): Promise<CommandForm | Extract<Reading<never>, { kind: 'refused' }>> {
  const written = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
  const present = await presentValuesOf(definition.name, written, actor, services);
  if (present.kind === 'refused') return present;
  const start = definition.options.some(({ name }) => name === 'channel')
    ? await ownChannel(actor, services)
    : {};
  return { kind: 'form', definition, values: { ...start, ...present.value, ...written } };
}

/** A form that is sent comes from no channel: the one in which it was opened has to stand in it. */
async function ownChannel(actor: Actor, services: CommandServices): Promise<Values> {
  const own = (await ownChannels(actor, services)).find(({ ref }) => ref.channelId === actor.channelId);
  return own ? { channel: own.ref.channelId } : {};
}
