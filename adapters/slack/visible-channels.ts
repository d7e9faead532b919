import type { WebClient } from '@slack/web-api';
import type { Channel } from '../../src/domain/channel.ts';
import { clientOf, type Desk } from './desk.ts';
import { problemOf } from './problem-of.ts';
import type { Origin } from './read-origin.ts';

/** A channel that is set up, as a person knows it. */
export interface VisibleChannel {
  readonly id: string;
  /** Without `#`; the id where Slack does not say. */
  readonly name: string;
  readonly channel: Channel;
}

const pageSize = 200;
/** Whoever is in more private channels than that sees those of the first pages. */
const mostPages = 10;

/** The channels of a workspace that are set up; private ones only for those who are in them. By name. */
export async function visibleChannels(
  origin: Pick<Origin, 'workspaceId' | 'personId'>,
  desk: Desk,
): Promise<readonly VisibleChannel[]> {
  const all = (await desk.channels.list()).filter(
    ({ ref }) => ref.platform === 'slack' && ref.workspaceId === origin.workspaceId,
  );
  if (all.length === 0) return [];
  const client = await clientOf(origin, desk);
  const names = new Map([
    ...(await listedNames(client, null, desk)),
    ...(await listedNames(client, origin.personId, desk)),
  ]);
  return all
    .flatMap((channel) => {
      const id = channel.ref.channelId;
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name, channel }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Names by id: of the public channels that the bot is in, or of the private ones that a person shares with it. */
async function listedNames(client: WebClient, personId: string | null, desk: Desk) {
  const names = new Map<string, string>();
  let cursor = '';
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await desk.patiently(() =>
        client.users.conversations({
          types: personId === null ? 'public_channel' : 'private_channel',
          exclude_archived: true,
          limit: pageSize,
          ...(personId !== null && { user: personId }),
          ...(cursor !== '' && { cursor }),
        }),
      );
      for (const { id, name } of answer.channels ?? []) if (id) names.set(id, name ?? id);
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
  } catch (error) {
    desk.log.info('Slack does not list channels', { problem: problemOf(error) });
  }
  return names;
}
