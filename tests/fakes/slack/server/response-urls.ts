import { messageRefusal } from '../blocks/check-message.ts';
import { isObject, type JsonObject, listOf, textOf } from '../json.ts';
import { knowsFile } from '../methods/chat-post.ts';
import { putMessage } from '../post-message.ts';
import type { EphemeralMessage } from '../records.ts';
import type { ResponseUrl, SlackState } from '../state.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: five times within 30 minutes. */
const maxUses = 5;
const lifeMs = 30 * 60_000;

/** A new address for the answers to one command or click. */
export function createResponseUrl(state: SlackState, target: Omit<ResponseUrl, 'used'>): string {
  const path = `/actions/${target.teamId}/${state.nextId('response')}`;
  state.responseUrls.set(path, { ...target, used: 0 });
  return state.url + path;
}

/** What came to a response_url: the status, and Slack's code when it was not taken. */
export function answerResponseUrl(state: SlackState, path: string, body: JsonObject, nowMs: number) {
  const target = state.responseUrls.get(path);
  if (!target) return { status: 404, error: 'invalid_url' };
  const refusedWith = refusalOf(state, target, body, nowMs);
  state.responses.push({
    url: state.url + path,
    body,
    channel: target.channel,
    user: target.userId,
    atMs: nowMs,
    refusedWith,
  });
  if (refusedWith) return { status: refusedWith.endsWith('_url') ? 404 : 400, error: refusedWith };
  target.used += 1;
  carryOut(state, target, body, nowMs);
  return { status: 200, error: null };
}

function refusalOf(state: SlackState, target: ResponseUrl, body: JsonObject, nowMs: number): string | null {
  if (target.used >= maxUses) return 'used_url';
  if (nowMs - target.atMs > lifeMs) return 'expired_url';
  if (body['delete_original'] === true) return null;
  return messageRefusal(body, knowsFile(state))?.error ?? null;
}

/** Ephemeral unless the body says `in_channel`; or in place of the message that was clicked. */
function carryOut(state: SlackState, target: ResponseUrl, body: JsonObject, nowMs: number): void {
  if (body['delete_original'] === true) removeOriginal(state, target);
  else if (body['replace_original'] === true && target.messageTs !== null)
    replaceOriginal(state, target, body, nowMs);
  else showAnswer(state, target, body, 'response_url', nowMs);
}

/** The content of a command's ack or of a response_url, to its person or to the channel. */
export function showAnswer(
  state: SlackState,
  target: Pick<ResponseUrl, 'teamId' | 'channel' | 'userId' | 'threadTs'>,
  body: JsonObject,
  from: EphemeralMessage['from'],
  nowMs: number,
): void {
  const { teamId, channel, userId, threadTs } = target;
  const team = state.teams.get(teamId);
  const thread = textOf(body['thread_ts']) || threadTs || undefined;
  const content = { text: textOf(body['text']), blocks: listOf(body['blocks']).filter(isObject) };
  if (body['response_type'] === 'in_channel') {
    const bot = { user: team?.botUserId ?? '', botId: team?.botId };
    putMessage(state, { teamId, channel, ...bot, ...content, threadTs: thread, nowMs });
    return;
  }
  const own = { teamId, channel, user: userId, ts: state.nextTs(nowMs), from };
  state.ephemerals.push({ ...own, ...content, ...(thread ? { thread_ts: thread } : {}) });
}

function removeOriginal(state: SlackState, { channel, messageTs, isEphemeral }: ResponseUrl): void {
  if (messageTs === null) return;
  if (isEphemeral) {
    const index = state.ephemerals.findIndex(({ ts }) => ts === messageTs);
    if (index >= 0) state.ephemerals.splice(index, 1);
  } else state.messages.remove(channel, messageTs);
}

function replaceOriginal(state: SlackState, target: ResponseUrl, body: JsonObject, nowMs: number): void {
  const { channel, messageTs } = target;
  const content = { text: textOf(body['text']), blocks: listOf(body['blocks']).filter(isObject) };
  if (target.isEphemeral) {
    const index = state.ephemerals.findIndex(({ ts }) => ts === messageTs);
    const before = state.ephemerals[index];
    if (before) state.ephemerals[index] = { ...before, ...content, from: 'response_url' };
    return;
  }
  const before = state.messages.find(channel, messageTs ?? '');
  const edited = { user: state.teams.get(target.teamId)?.botUserId ?? '', ts: state.nextTs(nowMs) };
  if (before) state.messages.replace({ ...before, ...content, edited });
}
