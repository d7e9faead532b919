import type { Actor, AnswerTable } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { personOf, type WorkspaceSettings } from '../domain/workspace.ts';
import { auditEntry } from './audit-entry.ts';
import { changedOptions } from './changed-options.ts';
import { namesOf } from './channel-names.ts';
import type { Command, CommandServices } from './command.ts';
import { optional } from './option.ts';
import { readWorkspaceSettings } from './read-workspace-settings.ts';
import { sightOf } from './see-channels.ts';
import { workspaceTexts } from './workspace-texts.ts';

export const workspaceCommand: Command = {
  definition: {
    name: 'workspace',
    help: 'Shows what holds for the whole workspace; with options changes it, and shows before and after.',
    who: 'admins',
    options: [
      optional('admins', 'Id of a user group or role whose members are admins here too, or none.'),
      optional('notices', 'Who hears of troubles and approvals: a channel, person:U1, or none.', {
        completes: 'channel',
      }),
      optional(
        'followers',
        'How followers hear of news: mention, dm (written to on their own), or role:R2, called instead.',
      ),
    ],
  },
  async handle(options, actor, services) {
    const workspace = { platform: actor.platform, workspaceId: actor.workspaceId };
    const before = await services.workspaces.settings(workspace);
    if (Object.values(options).every((value) => value === '')) {
      const named = await noticesNames([before], actor, services);
      return { kind: 'table', table: workspaceTable(actor.workspaceId, before, named) };
    }
    const reading = await readWorkspaceSettings(
      changedOptions(options, workspaceTexts(before)),
      before,
      actor,
      services,
    );
    if (reading.kind === 'refused') return reading;
    const after = reading.value;
    const named = await noticesNames([before, after], actor, services);
    const table = changedTable(actor.workspaceId, before, after, named);
    if (table.rows.length > 0) {
      const change = { command: 'workspace', subject: `workspace ${actor.workspaceId}`, before, after };
      await services.workspaces.change(workspace, after, auditEntry(actor, services.clock.nowMs(), change));
    }
    return { kind: 'table', table };
  },
};

/** A text of a setting as people read it. */
type ShownText = (name: string, text: string) => string;

/** Who hears of troubles, by name where the actor may know it; every other text as it is written. */
async function noticesNames(
  settings: readonly WorkspaceSettings[],
  actor: Actor,
  services: CommandServices,
): Promise<ShownText> {
  const { platform, workspaceId } = actor;
  const refOf = (channelId: string): ChannelRef => ({ platform, workspaceId, channelId });
  const refs = settings.flatMap(({ noticesTo }) => (noticesTo === null ? [] : [refOf(noticesTo)]));
  const nameOf = await namesOf(refs, services);
  const channels = refs.filter((ref) => personOf(ref) === null);
  const { sees } = await sightOf(channels, actor, services);
  const hidden = new Set(channels.filter((ref) => !sees(ref)).map(({ channelId }) => channelId));
  const named = (id: string) => (hidden.has(id) ? 'a channel that you do not see' : nameOf(refOf(id)));
  return (name, text) => (name === 'notices' ? named(text) : text);
}

function workspaceTable(workspaceId: string, settings: WorkspaceSettings, shown: ShownText): AnswerTable {
  return {
    heading: `Settings of the workspace ${workspaceId}`,
    columns: ['Setting', 'Value'],
    rows: Object.entries(workspaceTexts(settings)).map(([name, text]) => [name, shown(name, text)]),
    notes: notesOf(settings),
    data: [{ workspace: workspaceId, ...settings }],
    actions: [{ label: 'settings', how: 'form', input: { name: 'workspace', options: {} }, tone: 'plain' }],
  };
}

/** What `none` means is not to be guessed. */
function notesOf({ noticesTo }: WorkspaceSettings): readonly string[] {
  return noticesTo === null
    ? [
        'Troubles and approvals are told to whoever set up what is concerned; with notices, to a channel or a person.',
      ]
    : [];
}

function changedTable(
  workspaceId: string,
  before: WorkspaceSettings,
  after: WorkspaceSettings,
  shown: ShownText,
): AnswerTable {
  const was = workspaceTexts(before);
  const rows = Object.entries(workspaceTexts(after))
    .map(([name, text]) => [name, was[name] ?? '', text] as const)
    .filter(([, earlier, later]) => earlier !== later)
    .map(([name, earlier, later]) => [name, shown(name, earlier), shown(name, later)]);
  return {
    heading: `Settings of the workspace ${workspaceId}`,
    columns: ['Setting', 'Before', 'After'],
    rows,
    notes: rows.length === 0 ? ['Nothing changed: these are the settings already.'] : [],
    data: [{ workspace: workspaceId, before, after }],
  };
}
