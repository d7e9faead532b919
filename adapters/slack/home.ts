import type { CommandAnswer, DayChart } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import { actorOf, clientOf, type Desk, type SlackActor } from './desk.ts';
import type { HomePicture, HomePictures } from './home-picture.ts';
import { homeSections } from './home-sections.ts';
import { problemOf } from './problem-of.ts';
import type { Origin } from './read-origin.ts';
import { createRefresher } from './refresher.ts';
import { type HomeSection, renderHome } from './render-home.ts';
import { runPermitted } from './run-command.ts';
import { slackFailure } from './slack-errors.ts';
import { type VisibleChannel, visibleChannels } from './visible-channels.ts';

/** Whose Home, and the channel that it is about; `null` for the first. */
export type HomePlace = Pick<Origin, 'workspaceId' | 'personId' | 'channelId'>;

export interface Home {
  /** Shows it as it is now. One that is being shown already is shown once more after that, however often it is asked for. */
  show(place: HomePlace, desk: Desk): Promise<void>;
}

/** The App Home: everything through commands, as the person whose Home it is. */
export function createHome(pictures: HomePictures): Home {
  const refresh = createRefresher();
  return {
    show: (place, desk) =>
      refresh(`${place.workspaceId} ${place.personId}`, () => showHome(place, pictures, desk)),
  };
}

async function showHome(place: HomePlace, pictures: HomePictures, desk: Desk): Promise<void> {
  const nowhere = { ...place, threadTs: null, responseUrl: null, triggerId: null };
  const { isVisitor } = await actorOf(nowhere, desk);
  const channels = isVisitor ? [] : await seenChannels(place, desk);
  const chosen = channels.find(({ id }) => id === place.channelId) ?? channels[0] ?? null;
  const actor = await actorOf({ ...nowhere, channelId: chosen?.id ?? null }, desk);
  const sections = await sectionsOf(actor, chosen, desk);
  const chart = sections.map(({ answer }) => answer).find(isChart)?.chart ?? null;
  const picture = chart ? await pictures.pictureOf(chart, place.workspaceId, desk) : null;
  await publish(place, { channels, chosenId: chosen?.id ?? null, sections, picture, actor }, desk);
}

/** Private channels stand in the Home of those who see them; where Slack does not say who that is, in nobody's. */
async function seenChannels(place: HomePlace, desk: Desk): Promise<readonly VisibleChannel[]> {
  const listed = await visibleChannels(place, desk);
  try {
    const seen = await Promise.all(
      listed.map(({ channel }) => desk.directory.maySee(channel.ref, place.personId)),
    );
    return listed.filter((_, index) => seen[index]);
  } catch (error) {
    desk.log.warn('Slack Home comes without channels', { problem: problemOf(error) });
    return [];
  }
}

async function sectionsOf(
  actor: SlackActor,
  chosen: VisibleChannel | null,
  desk: Desk,
): Promise<readonly HomeSection[]> {
  const sections: HomeSection[] = [];
  if (actor.isVisitor) {
    const input: CommandInput = { name: 'help', options: {} };
    return [{ input, answer: await runPermitted(input, actor, desk), actions: [] }];
  }
  for (const { name, options, isOfChannel, actions } of homeSections) {
    if (!isAllowed(name, actor, desk)) continue;
    const about = isOfChannel ? aboutChannel(name, chosen, desk) : {};
    const input: CommandInput = { name, options: { ...options, ...about } };
    const allowed = actions.filter(
      ({ command }) => isAllowed(command, actor, desk) && (chosen !== null || !isOfChannel),
    );
    sections.push({
      input,
      answer: await runPermitted(input, actor, desk),
      actions: allowed.map(({ command, label }) => ({
        label,
        how: 'form',
        tone: 'plain',
        input: { name: command, options: aboutChannel(command, chosen, desk) },
      })),
    });
  }
  return sections;
}

/** A command that is about no channel takes none. */
function aboutChannel(
  command: string,
  chosen: VisibleChannel | null,
  { chat }: Desk,
): CommandInput['options'] {
  const options = chat.definitions.find(({ name }) => name === command)?.options ?? [];
  return chosen !== null && options.some(({ name }) => name === 'channel') ? { channel: chosen.id } : {};
}

function isAllowed(command: string, { isAdmin }: SlackActor, { chat }: Desk): boolean {
  const definition = chat.definitions.find(({ name }) => name === command);
  return definition !== undefined && (definition.who === 'all' || isAdmin);
}

function isChart(answer: CommandAnswer): answer is { readonly kind: 'chart'; readonly chart: DayChart } {
  return answer.kind === 'chart';
}

interface Shown {
  readonly channels: readonly VisibleChannel[];
  readonly chosenId: string | null;
  readonly sections: readonly HomeSection[];
  readonly picture: HomePicture | null;
  readonly actor: SlackActor;
}

async function publish(place: HomePlace, shown: Shown, desk: Desk): Promise<void> {
  const client = await clientOf(place, desk);
  const show = (picture: HomePicture | null) => {
    const canSetUp = isAllowed('settings', shown.actor, desk);
    const view = renderHome({ ...shown, picture, canSetUp, language: shown.actor.language });
    return desk.patiently(() => client.apiCall('views.publish', { user_id: place.personId, view }));
  };
  try {
    await show(shown.picture);
  } catch (error) {
    const failure = slackFailure(error);
    if (shown.picture === null || failure.kind !== 'refused') throw error;
    // Slack does not show a file in the moments after its upload; the next time it does.
    desk.log.info('Slack shows a Home without its picture', { problem: problemOf(error) });
    await show(null);
  }
}
