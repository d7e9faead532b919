import type { Actor } from '../domain/command.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { CommandServices } from './command.ts';
import { isOf } from './target-channel.ts';

/** The outbox lists all workspaces together; so far back messages are found. */
const mostSearched = 5_000;

/** The messages of the actor's workspace, newest first. */
export async function workspaceDeliveries(
  actor: Actor,
  { deliveries }: Pick<CommandServices, 'deliveries'>,
): Promise<readonly Delivery[]> {
  return (await deliveries.list({ limit: mostSearched })).filter(({ channel }) => isOf(actor, channel));
}
