import type { MessageAction } from '../domain/action.ts';
import type { ChannelSettings } from '../domain/channel.ts';
import type { AnswerTable } from '../domain/command.ts';
import { planText } from '../domain/local-time-texts.ts';
import { settingTexts } from './setting-texts.ts';

/** Each setting by the name of its option; when digests come, in words. */
function textsOf(settings: ChannelSettings): Readonly<Record<string, string>> {
  const { cadence, at, day, weekend, ...others } = settingTexts(settings);
  const plan = planText(settings.plan);
  return { digest: settings.isPaused ? `paused; else ${plan}` : plan, ...others };
}

interface NamedChannel {
  readonly id: string;
  /** As people know it. */
  readonly name: string;
}

export function settingsTable({ id, name }: NamedChannel, settings: ChannelSettings): AnswerTable {
  return {
    heading: `Settings of ${name}`,
    columns: ['Setting', 'Value'],
    rows: Object.entries(textsOf(settings)),
    notes: [],
    data: [{ channel: id, ...settings }],
    actions: [settingsAction(id)],
  };
}

/** What a change made of the settings, and only that; all of them where `before` is `null`: the channel was set up by it. */
export function changedSettingsTable(
  channel: NamedChannel,
  before: ChannelSettings | null,
  after: ChannelSettings,
): AnswerTable {
  const data = [{ channel: channel.id, before, after }];
  if (before === null) {
    return { ...settingsTable(channel, after), heading: `${channel.name} is set up`, data };
  }
  const was = textsOf(before);
  const rows = Object.entries(textsOf(after))
    .map(([name, text]) => [name, was[name] ?? '–', text] as const)
    .filter(([, earlier, later]) => earlier !== later);
  return {
    heading: `Settings of ${channel.name}`,
    columns: ['Setting', 'Before', 'After'],
    rows,
    notes: rows.length === 0 ? ['Nothing changed: these are the settings already.'] : [],
    data,
  };
}

function settingsAction(channel: string): MessageAction {
  return { label: 'settings', how: 'form', input: { name: 'settings', options: { channel } }, tone: 'plain' };
}
