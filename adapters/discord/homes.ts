import { personChannel } from '../../src/domain/workspace.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { Log } from '../../src/ports/log.ts';
import type { AskApi } from './ask-api.ts';
import { discordFailure } from './discord-errors.ts';
import { createKept } from './keep.ts';
import type { Origin } from './read-origin.ts';

/** Direct messages belong to no server, and a command to one. */
export interface Homes {
  /** The server in whose name a person is answered in direct messages; `null` when they are in none of the bot's. */
  of(origin: Pick<Origin, 'personId' | 'deliveryKey'>): Promise<string | null>;
  /** Somebody was active in this server: it is looked at first. */
  note(personId: string, guildId: string): void;
}

interface Parts {
  readonly ask: AskApi;
  readonly channels: ChannelStore;
  readonly deliveries: Pick<DeliveryStore, 'list'>;
  /** The servers that the bot is in; `null` where this process does not know all of them. */
  readonly guildIds: () => readonly string[] | null;
  readonly clock: Clock;
  readonly log: Log;
}

const keepMs = 600_000;
const mostKept = 5_000;
/** Discord is asked about each server by itself. */
const mostAsked = 25;
/** Unknown server, unknown member: the person is not there. */
const notThere: ReadonlySet<number> = new Set([10_004, 10_007, 10_013, 50_001]);

type Membership = 'yes' | 'no' | 'unknown';

/**
 * What is pressed under a message that the bot was owed to send belongs to that message's server. Otherwise it is the first
 * server that the person is a member of: the one in which they did something last, then those with channels that are set
 * up. Remembered for ten minutes, also that there is none.
 */
export function createHomes({ ask, channels, deliveries, guildIds, clock, log }: Parts): Homes {
  const found = createKept<string | null>({ keepMs, mostKept, clock });
  const lastOf = createKept<string>({ keepMs: Number.POSITIVE_INFINITY, mostKept, clock });

  async function ofDelivery(key: string, personId: string): Promise<string | null> {
    const [delivery] = await deliveries.list({ limit: 1, key });
    if (delivery?.channel.platform !== 'discord') return null;
    // Nobody else's messages are in somebody's direct messages, whatever a button says.
    const own = personChannel(delivery.channel, personId);
    return delivery.channel.channelId === own.channelId ? delivery.channel.workspaceId : null;
  }

  async function membership(guildId: string, personId: string): Promise<Membership> {
    try {
      await ask.memberRoles(guildId, personId);
      return 'yes';
    } catch (error) {
      const failure = discordFailure(error);
      if (failure.kind === 'refused' && notThere.has(failure.code)) return 'no';
      log.warn('Discord does not say who is a member', { problem: failure.problem });
      return 'unknown';
    }
  }

  async function candidates(personId: string): Promise<readonly string[]> {
    const last = lastOf.get(personId);
    const setUp = (await channels.list()).flatMap(({ ref }) =>
      ref.platform === 'discord' ? [ref.workspaceId] : [],
    );
    const guilds = guildIds() ?? (await ask.guilds()).map(({ id }) => id);
    return [...new Set([...(last ? [last] : []), ...setUp, ...guilds])].slice(0, mostAsked);
  }

  /** `isSure`: no server left it open. */
  async function look(personId: string): Promise<{ readonly home: string | null; readonly isSure: boolean }> {
    let isSure = true;
    for (const guildId of await candidates(personId)) {
      const is = await membership(guildId, personId);
      if (is === 'yes') return { home: guildId, isSure: true };
      isSure &&= is === 'no';
    }
    return { home: null, isSure };
  }

  return {
    note: (personId, guildId) => {
      if (found.get(personId) !== guildId) found.forget(personId);
      lastOf.set(personId, guildId);
    },
    async of({ personId, deliveryKey }) {
      const told = deliveryKey === null ? null : await ofDelivery(deliveryKey, personId);
      if (told !== null) return told;
      return found.getOr(personId, async () => {
        const { home, isSure } = await look(personId);
        return { value: home, isKept: isSure };
      });
    },
  };
}
