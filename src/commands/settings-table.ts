import type { ChannelSettings } from '../domain/channel.ts';
import type { AnswerTable } from '../domain/command.ts';
import { planText } from '../domain/local-time-texts.ts';
import { mentionsText } from './read-mentions.ts';
import { quietHoursText } from './read-quiet-hours.ts';

/** Each setting by the name of its option. */
function textsOf(settings: ChannelSettings): Readonly<Record<string, string>> {
  return {
    digest: settings.isPaused ? `paused; else ${planText(settings.plan)}` : planText(settings.plan),
    zone: settings.zone,
    quiet: quietHoursText(settings.quiet),
    style: settings.style,
    stories: String(settings.maxStories),
    threshold: String(settings.threshold),
    approval: settings.needsApproval ? 'on' : 'off',
    mention: mentionsText(settings.mentions),
  };
}

export function settingsTable(channel: string, settings: ChannelSettings): AnswerTable {
  return {
    heading: `Settings of ${channel}`,
    columns: ['Setting', 'Value'],
    rows: Object.entries(textsOf(settings)),
    notes: [],
    data: [{ channel, ...settings }],
  };
}

/** What a change made of the settings, and only that. `before` is `null` for a channel that was set up by it. */
export function changedSettingsTable(
  channel: string,
  before: ChannelSettings | null,
  after: ChannelSettings,
): AnswerTable {
  const was = before ? textsOf(before) : {};
  const rows = Object.entries(textsOf(after))
    .map(([name, text]) => [name, was[name] ?? '–', text] as const)
    .filter(([, earlier, later]) => earlier !== later);
  return {
    heading: before ? `Settings of ${channel}` : `${channel} is set up`,
    columns: ['Setting', 'Before', 'After'],
    rows,
    notes: rows.length === 0 ? ['Nothing changed: these are the settings already.'] : [],
    data: [{ channel, before, after }],
  };
}
