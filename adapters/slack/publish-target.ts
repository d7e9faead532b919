import type { WebClient } from '@slack/web-api';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { personOf } from '../../src/domain/workspace.ts';
import type { Attempt } from '../../src/ports/publisher.ts';
import { problemOf } from './problem-of.ts';
import { callWithin, type Line } from './publish-call.ts';
import { slackCall, textIn, valueIn } from './slack-call.ts';
import { type SlackFailure, slackFailure } from './slack-errors.ts';
import type { SlackClients } from './web-client.ts';

/** Where messages go, and who writes them in which attempt. */
export interface SlackTarget extends Line {
  readonly kind: 'reached';
  /** A conversation's id; of a person, that of the direct messages with them. */
  readonly channelId: string;
  readonly bot: SlackBot;
  /** Whose direct messages these are, where they were opened by an earlier attempt. */
  readonly rememberedOf: string | null;
}

export interface SlackBot {
  /** `https://TEAM.slack.com/` */
  readonly teamUrl: string;
  /** `B…`: tells the bot's own messages from those of others. */
  readonly botId: string;
}

/** Finds clients and conversations. */
export interface Reach {
  /** Does something in a conversation. One that was remembered and is not there any more is opened anew, once. */
  at<T extends { readonly kind: string }>(
    channel: ChannelRef,
    attempt: Attempt,
    work: (target: SlackTarget) => Promise<T | SlackFailure>,
  ): Promise<T | SlackFailure>;
  /** Asks whether the workspace lets the bot in; `null` when it does. */
  letsIn(workspaceId: string): Promise<SlackFailure | null>;
}

/** People of whom the direct messages are remembered; they are few. */
const mostPeople = 1_000;

/** Each client is asked once who it is, and opens the direct messages with a person once. */
export function createReach(clients: SlackClients): Reach {
  const bots = new WeakMap<WebClient, SlackBot>();
  const conversations = new WeakMap<WebClient, Map<string, string>>();

  async function botOf(line: Line): Promise<SlackBot | SlackFailure> {
    const known = bots.get(line.client);
    if (known) return known;
    const answer = await callWithin(line, 'auth.test', {});
    if (answer.kind !== 'answered') return beforePosting(answer);
    const teamUrl = textIn(answer.body, 'url');
    const botId = textIn(answer.body, 'bot_id');
    if (teamUrl === null || botId === null) return wrongToken;
    const bot = { teamUrl, botId };
    bots.set(line.client, bot);
    return bot;
  }

  async function openDirect(personId: string, line: Line): Promise<string | SlackFailure> {
    const answer = await callWithin(line, 'conversations.open', { users: personId });
    if (answer.kind !== 'answered') return beforePosting(answer);
    const channelId = textIn(valueIn(answer.body, 'channel'), 'id');
    if (channelId === null) return { kind: 'unavailable', problem: 'Slack opened no direct messages.' };
    const known = conversations.get(line.client);
    const ofClient = known && known.size < mostPeople ? known : new Map<string, string>();
    conversations.set(line.client, ofClient.set(personId, channelId));
    return channelId;
  }

  async function targetOf(channel: ChannelRef, attempt: Attempt): Promise<SlackTarget | SlackFailure> {
    const client = await clientOf(clients, channel.workspaceId);
    if ('kind' in client) return client;
    const line = { client, attempt };
    const bot = await botOf(line);
    if ('kind' in bot) return bot;
    const personId = personOf(channel);
    const reached = { kind: 'reached', ...line, bot, rememberedOf: null } as const;
    if (personId === null) return { ...reached, channelId: channel.channelId };
    const known = conversations.get(client)?.get(personId);
    if (known !== undefined) return { ...reached, channelId: known, rememberedOf: personId };
    const channelId = await openDirect(personId, line);
    return typeof channelId === 'string' ? { ...reached, channelId } : channelId;
  }

  return {
    async at(channel, attempt, work) {
      const target = await targetOf(channel, attempt);
      if (target.kind !== 'reached') return target;
      const result = await work(target);
      const isLost = 'code' in result && result.code === 'channel_not_found';
      if (!isLost || target.rememberedOf === null) return result;
      conversations.get(target.client)?.delete(target.rememberedOf);
      const anew = await targetOf(channel, attempt);
      return anew.kind === 'reached' ? work(anew) : anew;
    },
    async letsIn(workspaceId) {
      const client = await clientOf(clients, workspaceId);
      if ('kind' in client) return client;
      const answer = await slackCall(client, 'auth.test', {});
      return answer.kind === 'answered' ? null : answer;
    },
  };
}

async function clientOf(clients: SlackClients, workspaceId: string): Promise<WebClient | SlackFailure> {
  try {
    return (await clients.of(workspaceId)) ?? notInstalled(workspaceId);
  } catch (error) {
    const failure = slackFailure(error);
    return failure.kind === 'unknown' ? { kind: 'unavailable', problem: problemOf(error) } : failure;
  }
}

/** Nothing is posted yet, so that nothing can be in doubt. */
function beforePosting(failure: SlackFailure): SlackFailure {
  return failure.kind === 'unknown' ? { kind: 'unavailable', problem: failure.problem } : failure;
}

const wrongToken: SlackFailure = {
  kind: 'refused',
  code: 'not_allowed_token_type',
  problem: 'The token is not that of a bot; set SLACK_BOT_TOKEN to one that begins with xoxb-.',
};

function notInstalled(workspaceId: string): SlackFailure {
  const problem = `The app is not installed in the workspace ${workspaceId}; install it there.`;
  return { kind: 'refused', code: 'not_installed', problem };
}

/** Where a person can open a message; `threadTs` is that of the thread it is in, `null` for none. */
export function permalinkOf({ bot, channelId }: SlackTarget, ts: string, threadTs: string | null): string {
  const address = `${bot.teamUrl}archives/${channelId}/p${ts.replace('.', '')}`;
  return threadTs === null ? address : `${address}?thread_ts=${threadTs}&cid=${channelId}`;
}
