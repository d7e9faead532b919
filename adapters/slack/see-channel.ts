import type { WebClient } from '@slack/web-api';
import { askOnce } from '../../src/domain/ask-once.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import { isFullMemberOf } from './is-full-member-of.ts';
import type { PatientCall } from './patient-call.ts';
import { slackFailure } from './slack-errors.ts';
import type { SlackClients } from './web-client.ts';

const pageSize = 200;
/** Whoever is in more channels than that sees the private ones of the first pages. */
const mostPages = 25;

/** Slack's words for what is not there, or not to be seen (docs.slack.dev/reference/methods, "Errors"). */
const absent: readonly string[] = ['channel_not_found', 'user_not_found', 'user_not_visible'];

/**
 * A channel is seen by those who are in it, and a public one by every full member of the team: not by guests, and not by
 * people of other teams. One list answers for all channels that are asked about at once.
 */
export function createSlackSight(clients: SlackClients, patiently: PatientCall): ChannelDirectory['maySee'] {
  const listed = askOnce<ReadonlySet<string>>();
  const told = askOnce<boolean>();

  return async ({ workspaceId, channelId }, personId) => {
    const client = await clients.of(workspaceId);
    if (!client) throw new Error('The bot is not installed in this workspace any more; install it again.');
    const ask = { client, patiently };
    const own = await listed(`${workspaceId} ${personId}`, () => conversationsOf(personId, ask));
    if (own.has(channelId)) return true;
    const withBot = await listed(workspaceId, () => conversationsOf(null, ask));
    const isPublic =
      withBot.has(channelId) ||
      (await told(`${workspaceId} ${channelId}`, () => isPublicOne(channelId, ask)));
    return isPublic && told(`${workspaceId} ${personId}`, () => isFullMember(workspaceId, personId, ask));
  };
}

interface Ask {
  readonly client: WebClient;
  readonly patiently: PatientCall;
}

/** Ids of the channels that a person is in and that the bot may know of; or of the public ones that the bot is in. */
async function conversationsOf(
  personId: string | null,
  { client, patiently }: Ask,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await orAbsent(() =>
      patiently(() =>
        client.users.conversations({
          types: personId === null ? 'public_channel' : 'public_channel,private_channel',
          limit: pageSize,
          ...(personId !== null && { user: personId }),
          ...(cursor !== '' && { cursor }),
        }),
      ),
    );
    for (const { id } of answer?.channels ?? []) if (id) ids.add(id);
    cursor = answer?.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return ids;
}

/** What Slack does not say to be public is not. */
async function isPublicOne(channel: string, { client, patiently }: Ask): Promise<boolean> {
  const answer = await orAbsent(() => patiently(() => client.conversations.info({ channel })));
  const { is_channel: isChannel, is_private: isPrivate } = answer?.channel ?? {};
  return isChannel === true && isPrivate === false;
}

async function isFullMember(
  workspaceId: string,
  personId: string,
  { client, patiently }: Ask,
): Promise<boolean> {
  const answer = await orAbsent(() => patiently(() => client.users.info({ user: personId })));
  return isFullMemberOf(workspaceId, answer?.user);
}

/** `null` for what is not there; throws a sentence where Slack does not say. */
async function orAbsent<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call();
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind === 'refused' && absent.includes(failure.code)) return null;
    throw new Error(`Slack does not say who sees which channel now. ${failure.problem}`, { cause: error });
  }
}
