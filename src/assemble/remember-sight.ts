import { channelKey } from '../domain/channel-key.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import { rememberAnswers } from './remember-answers.ts';

type MaySee = ChannelDirectory['maySee'];

/** Whoever leaves a channel reads of it for so long, and whoever joins it waits as long. */
const keptMs = 60_000;
/** Some hundreds of people who look at some hundreds of channels within a minute. */
const mostKept = 50_000;

/** Asks once a minute whether somebody sees a channel. */
export function rememberSight(maySee: MaySee, clock: Clock): MaySee {
  const remembered = rememberAnswers<boolean>({ keptMs: () => keptMs, mostKept }, clock);
  return (ref, personId) =>
    remembered(JSON.stringify([channelKey(ref), personId]), () => maySee(ref, personId));
}
