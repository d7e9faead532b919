import type { Log } from '../../src/ports/log.ts';
import { discordCode, discordFailure } from './discord-errors.ts';
import type { StandingParts } from './find-message.ts';
import type { PublishApi } from './publish-api.ts';

/**
 * Passes a delivery's messages in an announcement channel on to the servers that follow it; those that were passed on
 * before stay so. Discord does it ten times an hour in a
 * channel; what was posted stands whatever comes of it, so that a failure is logged and nothing is sent again.
 */
export async function crosspost({ place, parts }: StandingParts, api: PublishApi, log: Log): Promise<void> {
  for (const [, message] of [...parts].toSorted(([a], [b]) => a - b)) {
    await crosspostOne(place, message, api, log);
  }
}

async function crosspostOne(place: string, message: string, api: PublishApi, log: Log): Promise<void> {
  try {
    await api.crosspost(place, message);
  } catch (error) {
    const failure = discordFailure(error);
    if (failure.kind === 'refused' && failure.code === discordCode.isCrossposted) return;
    log.warn('Message was not crossposted', { channelId: place, problem: failure.problem });
  }
}
