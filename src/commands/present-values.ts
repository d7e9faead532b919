import type { Actor } from '../domain/command.ts';
import type { CommandServices } from './command.ts';
import { findWatch } from './find-watch.ts';
import { scheduleOptions } from './read-settings.ts';
import { ok, type Reading } from './reading.ts';
import { settingTexts } from './setting-texts.ts';
import { targetChannel } from './target-channel.ts';
import { watchTexts } from './watch-texts.ts';
import { workspaceTexts } from './workspace-texts.ts';

type Values = Readonly<Record<string, string>>;

type PresentValues = (given: Values, actor: Actor, services: CommandServices) => Promise<Reading<Values>>;

/** The commands that change something, with what it is now, in the very texts that their options accept. */
const byCommand: Readonly<Record<string, PresentValues>> = {
  settings: settingsNow,
  'digest schedule': scheduleNow,
  'watch edit': watchNow,
  workspace: workspaceNow,
};

/** What a command's form begins with, beside what was given. */
export async function presentValuesOf(
  command: string,
  given: Values,
  actor: Actor,
  services: CommandServices,
): Promise<Reading<Values>> {
  return (await byCommand[command]?.(given, actor, services)) ?? ok({});
}

async function settingsNow(given: Values, actor: Actor, services: CommandServices): Promise<Reading<Values>> {
  const target = await targetChannel(given['channel'], actor, services);
  if (target.kind === 'refused') return target;
  const { ref, channel } = target.value;
  const settings = channel?.settings ?? services.firstSettings;
  return ok({ ...settingTexts(settings), channel: ref.channelId });
}

async function scheduleNow(given: Values, actor: Actor, services: CommandServices): Promise<Reading<Values>> {
  const all = await settingsNow(given, actor, services);
  if (all.kind === 'refused') return all;
  const names = new Set(['channel', ...scheduleOptions.map(({ name }) => name)]);
  return ok(Object.fromEntries(Object.entries(all.value).filter(([name]) => names.has(name))));
}

/** Without a watch the form is empty: which one it is about can still be written in it. */
async function watchNow(given: Values, actor: Actor, services: CommandServices): Promise<Reading<Values>> {
  const { watch: words, ...changes } = given;
  if (!words) return ok(changes);
  const found = await findWatch(words, actor, services);
  if (found.kind === 'refused') return found;
  return ok(watchTexts(found.value));
}

async function workspaceNow(
  _given: Values,
  { platform, workspaceId }: Actor,
  { workspaces }: CommandServices,
): Promise<Reading<Values>> {
  return ok(workspaceTexts(await workspaces.settings({ platform, workspaceId })));
}
