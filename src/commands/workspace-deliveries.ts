import type { Actor } from '../domain/command.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { CommandServices } from './command.ts';

/** More are not read at once. */
const mostListed = 5_000;

/** The messages of the actor's workspace, newest first. */
export async function workspaceDeliveries(
  actor: Actor,
  { deliveries }: Pick<CommandServices, 'deliveries'>,
): Promise<readonly Delivery[]> {
  const { platform, workspaceId } = actor;
  return deliveries.list({ limit: mostListed, workspace: { platform, workspaceId } });
}

/** A message of the actor's workspace by its key, however old it is. */
export async function workspaceDelivery(
  key: string,
  actor: Actor,
  { deliveries }: Pick<CommandServices, 'deliveries'>,
): Promise<Delivery | undefined> {
  const { platform, workspaceId } = actor;
  const [found] = await deliveries.list({ limit: 1, workspace: { platform, workspaceId }, key });
  return found;
}
