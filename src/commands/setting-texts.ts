import type { ChannelSettings, DigestPlan } from '../domain/channel.ts';
import { localTimeText } from '../domain/local-time-texts.ts';
import { mentionsText } from './read-mentions.ts';
import { days } from './read-plan.ts';
import { quietHoursText } from './read-quiet-hours.ts';

type Texts = Readonly<Record<string, string>>;

/** Each setting by the name of its option, as the option accepts it. What no option can say is left out. */
export function settingTexts(settings: ChannelSettings): Texts {
  return {
    ...planTexts(settings.plan),
    zone: settings.zone,
    quiet: quietHoursText(settings.quiet),
    style: settings.style,
    stories: String(settings.maxStories),
    threshold: String(settings.threshold),
    approval: settings.needsApproval ? 'on' : 'off',
    mention: mentionsText(settings.mentions),
    language: settings.language,
  };
}

function planTexts(plan: DigestPlan): Texts {
  switch (plan.kind) {
    case 'realtime':
      return { cadence: 'realtime' };
    case 'weekly':
      return { cadence: 'weekly', day: days[plan.day], at: localTimeText(plan.time) };
    case 'times':
      return { ...cadenceText(plan.weekday.length), ...timesTexts(plan) };
    case 'cron':
      return {};
  }
}

/** Other counts of times have no name. */
function cadenceText(count: number): Texts {
  if (count === 1) return { cadence: 'daily' };
  return count === 2 ? { cadence: 'twice-daily' } : {};
}

function timesTexts({ weekday, weekend }: DigestPlan & { kind: 'times' }): Texts {
  const at = weekday.map(localTimeText).join(',');
  const onWeekend = weekend.map(localTimeText).join(',');
  return {
    ...(at === '' ? {} : { at }),
    weekend: onWeekend === at ? 'same' : onWeekend || 'off',
  };
}
