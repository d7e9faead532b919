import type { ChannelSettings } from '../domain/channel.ts';
import type { CommandOption } from '../domain/command.ts';
import { zoneProblem } from '../domain/local-time-texts.ts';
import { languages } from '../domain/words/words.ts';
import type { Workspace } from '../domain/workspace.ts';
import { changedOptions } from './changed-options.ts';
import { optional } from './option.ts';
import { readMentions } from './read-mentions.ts';
import { cadences, days, readPlan } from './read-plan.ts';
import { readQuietHours } from './read-quiet-hours.ts';
import { readThreshold } from './read-threshold.ts';
import { ok, type Reading, refused } from './reading.ts';
import { settingTexts } from './setting-texts.ts';

/** A thread of more items is not read, and Discord lists no more stories in one message. */
const mostStories = 25;

export const scheduleOptions: readonly CommandOption[] = [
  optional('cadence', 'How often a digest comes.', { choices: cadences }),
  optional('at', 'At what time, in 24 hours: 08:00, or several as 08:00,16:30.'),
  optional('day', `On which day a weekly digest comes: ${days.join(', ')}.`),
  optional('weekend', 'On Saturday and Sunday: same, off, or times of their own as 10:00.'),
  optional('zone', 'IANA time zone of these times, as Europe/Berlin.'),
];

export const settingOptions: readonly CommandOption[] = [
  ...scheduleOptions,
  optional('quiet', 'Hours in which nothing but critical alerts is posted: 22:00-07:00, or off.'),
  optional('style', 'short: the digest alone; full: each story in its thread too.', {
    choices: ['short', 'full'],
  }),
  optional('stories', `Stories told in full, 1 to ${mostStories}; more are named in one line.`),
  optional('threshold', 'Relevance that a story needs to be told, 0 to 1.'),
  optional('approval', 'on: digests wait until an admin approves them.', { choices: ['on', 'off'] }),
  optional('mention', 'Who is called to a digest: person:U1,role:R2, or none.'),
  optional('language', "Of the bot's own words: en (English), de (German) or zh (Chinese).", {
    choices: languages,
  }),
];

type Options = Readonly<Record<string, string>>;
type Place = Pick<Workspace, 'workspaceId'>;
type Reader = (text: string, place: Place) => Reading<Partial<ChannelSettings>>;

const readers: Readonly<Record<string, Reader>> = {
  zone: (text) => {
    const problem = zoneProblem(text);
    return problem ? refused(problem) : ok({ zone: text });
  },
  quiet: (text) => part('quiet', readQuietHours(text)),
  style: (text) => ok({ style: text === 'short' ? 'short' : 'full' }),
  stories: (text) => part('maxStories', readStories(text)),
  threshold: (text) => part('threshold', readThreshold(text)),
  approval: (text) => ok({ needsApproval: text === 'on' }),
  mention: (text, place) => part('mentions', readMentions(text, place)),
  language: (text) => part('language', readLanguage(text)),
};

/**
 * The settings that these options make of the present ones; the first option that is wrong refuses them all. What is
 * written as it is already counts as not written: in a form that changes a daily digest into a weekly one, the weekend
 * still stands.
 */
export function readSettings(
  written: Options,
  present: ChannelSettings,
  place: Place,
): Reading<ChannelSettings> {
  const options = changedOptions(written, settingTexts(present));
  const { cadence, at, day, weekend } = options;
  const plan = readPlan({ cadence, at, day, weekend }, present.plan);
  if (plan.kind === 'refused') return plan;
  let settings: ChannelSettings = { ...present, plan: plan.value };
  for (const [name, read] of Object.entries(readers)) {
    const text = options[name];
    if (!text) continue;
    const reading = read(text, place);
    if (reading.kind === 'refused') return reading;
    settings = { ...settings, ...reading.value };
  }
  return ok(settings);
}

function part<K extends keyof ChannelSettings>(
  key: K,
  reading: Reading<ChannelSettings[K]>,
): Reading<Partial<ChannelSettings>> {
  if (reading.kind === 'refused') return reading;
  const settings: Partial<ChannelSettings> = {};
  return ok({ ...settings, [key]: reading.value });
}

function readStories(text: string): Reading<number> {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  if (count >= 1 && count <= mostStories) return ok(count);
  return refused(`"${text}" is no number of stories. Write a whole number from 1 to ${mostStories}.`);
}

function readLanguage(text: string): Reading<ChannelSettings['language']> {
  const language = languages.find((known) => known === text);
  return language
    ? ok(language)
    : refused(`"${text}" is no language. Write one of: ${languages.join(', ')}.`);
}
