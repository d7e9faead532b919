import { expect, vi } from 'vitest';
import { slackText } from '../../fakes/slack-checker.ts';
import type { SlackPicture } from '../../pictures/slack-page.ts';
import { installBy, lastAnswer, type NewTeam, standing, topView } from './new-team.ts';

/** Answers wait for Slack's one message a second and channel. */
const patient = { timeout: 10_000 };

// The first days of a team, one step a function. Each keeps a picture of what is seen, and fails where it is not.

export async function installAndSetUp(team: NewTeam): Promise<void> {
  expect((await installBy('UADA', team)).status).toBe(200);
  await team.wire('settings cadence:daily at:08:00 zone:Europe/Berlin');
  expect(slackText([lastAnswer(team).payload])).toContain('is set up');
  team.pictures.set('settings', [lastAnswer(team)]);
}

export async function makeWatch(team: NewTeam): Promise<void> {
  const { slack } = team;
  await slack.command({ command: '/wire', text: 'watch add', userId: 'UADA', channelId: 'C1' });
  await vi.waitFor(() => expect(slack.views.at(-1)?.callbackId).toBe('wire:form'), patient);
  team.pictures.set('watch', [topView(team)]);
  const given = {
    'option:query': { value: 'entity:zte OR "5G core"' },
    'option:name': { value: 'ZTE in networks' },
    'option:confirm': { value: ['true'] },
  };
  await slack.submit(slack.views.at(-1)?.id ?? '', given, { user: 'UADA' });
  await vi.waitFor(async () => expect(await team.bot.assembly.store.watches.list()).toHaveLength(1), patient);
  await slack.closeView(slack.views.at(-1)?.id ?? '', { user: 'UADA' });
}

export async function readDigest(team: NewTeam): Promise<void> {
  team.feed.bring('morning');
  await team.bot.tick();
  await team.wire('digest now');
  const messages = standing(team);
  expect(messages.map(({ kind }) => kind)).toEqual(['message', 'reply', 'reply']);
  expect(slackText([messages[0]?.payload ?? {}])).toContain('38 Huawei affiliates');
  team.pictures.set('digest', messages);
}

export async function askAndFollow(team: NewTeam): Promise<void> {
  const answer = await asked('How many affiliates of Huawei were added to the Entity List?', team);
  expect(slackText([answer.payload])).toContain('38 affiliates of Huawei');
  expect(slackText([answer.payload])).toContain('[1]');
  const refusal = await asked('Who won the chess championship?', team);
  expect(slackText([refusal.payload])).toContain('Not in my sources');
  team.pictures.set('answers', [answer, refusal]);
  await follow(team);
}

/** Ben mentions the bot; what it answers. */
async function asked(question: string, team: NewTeam): Promise<SlackPicture> {
  const before = standing(team).length;
  await team.slack.mention(question, { channel: 'C1', user: 'UBEN' });
  await vi.waitFor(() => expect(standing(team).length).toBe(before + 1), patient);
  return standing(team)[before] ?? { kind: 'message', payload: {} };
}

/** Ben presses Follow under the first story. */
async function follow({ slack, bot }: NewTeam): Promise<void> {
  const item = slack.messages.find(
    ({ text, ts, thread_ts = ts }) => thread_ts !== ts && text.includes('38 Huawei affiliates'),
  );
  const button = buttonsOf(item?.blocks ?? []).find(({ value }) => value.startsWith('run:follow'));
  await slack.press(item?.ts ?? '', button?.action_id ?? '', { user: 'UBEN', value: button?.value ?? '' });
  await vi.waitFor(async () => {
    expect(await bot.assembly.store.follows.list()).toMatchObject([{ kind: 'follow', personId: 'UBEN' }]);
  }, patient);
}

export async function readUpdate(team: NewTeam): Promise<void> {
  const before = team.slack.messages.length;
  team.feed.bring('noon');
  await team.bot.tick();
  const [update, ...others] = standing(team, before);
  expect(others).toEqual([]);
  expect(update?.kind).toBe('reply');
  expect(JSON.stringify(update?.payload)).toContain('UBEN');
  const item = team.slack.messages.find(({ edited }) => edited !== undefined);
  expect(JSON.stringify(item?.blocks)).toContain('revised');
  const revised = { kind: 'reply', payload: { text: item?.text, blocks: item?.blocks } } as const;
  team.pictures.set('update', [revised, ...(update ? [update] : [])]);
}

export async function readAlert(team: NewTeam): Promise<void> {
  const before = team.slack.messages.length;
  team.feed.bring('evening');
  await team.bot.tick();
  const [alert] = standing(team, before);
  expect(JSON.stringify(alert?.payload)).toContain('ZTE in networks');
  expect(boldIn(alert?.payload['blocks'])).toContain('zte');
  team.pictures.set('alert', alert ? [alert] : []);
}

export async function openHome(team: NewTeam): Promise<void> {
  const { slack } = team;
  await slack.openHome('UADA');
  const home = () => slack.views.find(({ kind }) => kind === 'home');
  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).toContain('ZTE in networks'), patient);
  team.pictures.set('home', [{ kind: 'home', payload: home()?.view ?? {} }]);
}

interface Button {
  readonly action_id: string;
  readonly value: string;
}

function buttonsOf(value: unknown): readonly Button[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(buttonsOf);
  const { type, action_id, value: own } = value as Readonly<Record<string, unknown>>;
  return type === 'button' ? [{ action_id: String(action_id), value: String(own) }, ...inner] : inner;
}

function boldIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { text, style } = value as { readonly text?: unknown; readonly style?: { readonly bold?: boolean } };
  const own = style?.bold && typeof text === 'string' ? [text.toLowerCase()] : [];
  return [...own, ...Object.values(value).map(boldIn)].join(' ');
}
