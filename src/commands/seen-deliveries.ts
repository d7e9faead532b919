import type { Actor } from '../domain/command.ts';
import type { Delivery, DeliveryState } from '../domain/delivery.ts';
import type { CommandServices } from './command.ts';
import { onlySeen, type Seen } from './see-channels.ts';

type Deliveries = Pick<CommandServices, 'deliveries' | 'directory'>;

/**
 * Those of the newest `limit` messages of the actor's workspace, of those in one state where that is given, that went to
 * channels that the actor sees.
 */
export async function seenDeliveries(
  { state, limit }: { readonly state: DeliveryState | null; readonly limit: number },
  actor: Actor,
  services: Deliveries,
): Promise<Seen<Delivery>> {
  const { platform, workspaceId } = actor;
  const workspace = { platform, workspaceId };
  const found = await services.deliveries.list({ limit, workspace, ...(state && { state }) });
  return onlySeen(found, actor, services);
}

/** A message of the actor's workspace by its key, however old it is, in a channel that the actor sees. */
export async function seenDelivery(
  key: string,
  actor: Actor,
  services: Deliveries,
): Promise<Delivery | undefined> {
  const found = await workspaceDelivery(key, actor, services);
  const { items } = await onlySeen(found ? [found] : [], actor, services);
  return items[0];
}

/** The same, whoever sees it. */
export async function workspaceDelivery(
  key: string,
  { platform, workspaceId }: Pick<Actor, 'platform' | 'workspaceId'>,
  { deliveries }: Pick<CommandServices, 'deliveries'>,
): Promise<Delivery | undefined> {
  const [found] = await deliveries.list({ limit: 1, workspace: { platform, workspaceId }, key });
  return found;
}
