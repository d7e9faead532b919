import type { WebClient } from '@slack/web-api';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { PatientCall } from './patient-call.ts';
import { channelIdPattern } from './read-origin.ts';
import { createSlackSight } from './see-channel.ts';
import { slackFailure } from './slack-errors.ts';
import type { SlackClients } from './web-client.ts';

const pageSize = 200;
/** The bot of a workspace with more channels is told the id. */
const mostPages = 25;

/**
 * Channels by id, `#name`, or a reference as `<#C1|name>`. By name, those that the bot is in: others could not be posted
 * to, and a name that is typed in a command comes as an id.
 */
export function createSlackDirectory(clients: SlackClients, patiently: PatientCall): ChannelDirectory {
  return {
    async find(words, { platform, workspaceId }) {
      const client = platform === 'slack' ? await clients.of(workspaceId) : null;
      const channelId = client && (await idOf(client, wantedOf(words), patiently));
      return channelId === null ? null : { platform: 'slack', workspaceId, channelId };
    },
    async nameOf({ workspaceId, channelId }) {
      try {
        const client = await clients.of(workspaceId);
        return (client && (await shownName(client, channelId))) ?? channelId;
      } catch {
        // A name makes reading easier; nobody waits for one that Slack does not tell at once.
        return channelId;
      }
    },
    maySee: createSlackSight(clients, patiently),
  };
}

/** `null` for direct messages of several, whose name is made up of all of theirs. */
async function shownName(client: WebClient, channelId: string): Promise<string | null> {
  const { channel } = await client.conversations.info({ channel: channelId });
  return channel?.name && !channel.is_mpim ? `#${channel.name}` : null;
}

/** What stands in a reference, or the words themselves. */
function wantedOf(words: string): string {
  return /^<#(?<id>[^|>]+)/.exec(words.trim())?.groups?.['id'] ?? words.trim();
}

async function idOf(client: WebClient, wanted: string, patiently: PatientCall): Promise<string | null> {
  // Names are lower case.
  if (channelIdPattern.test(wanted)) return (await isThere(client, wanted, patiently)) ? wanted : null;
  const name = wanted.replace(/^#/, '').toLowerCase();
  return name === '' ? null : idByName(client, name, patiently);
}

async function isThere(client: WebClient, channel: string, patiently: PatientCall): Promise<boolean> {
  try {
    await patiently(() => client.conversations.info({ channel }));
    return true;
  } catch (error) {
    const failure = slackFailure(error);
    // A private channel that the bot is not in is none that it knows of.
    if (failure.kind === 'refused') return false;
    throw new Error(failure.problem, { cause: error });
  }
}

async function idByName(client: WebClient, wanted: string, patiently: PatientCall): Promise<string | null> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await patiently(() =>
      client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: pageSize,
        ...(cursor !== '' && { cursor }),
      }),
    );
    const found = (answer.channels ?? []).find(({ name }) => name === wanted);
    if (found?.id) return found.id;
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  return null;
}
