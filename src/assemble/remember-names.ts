import { channelKey } from '../domain/channel-key.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import { rememberAnswers } from './remember-answers.ts';

type NameOf = ChannelDirectory['nameOf'];

/** A channel that is renamed is shown by its old name for so long. */
const keptMs = 10 * 60_000;
/** A platform that did not tell is asked again sooner. */
const untoldMs = 60_000;
/** More channels than one person looks at. */
const mostKept = 5_000;

interface Told {
  readonly name: string;
  readonly isTold: boolean;
}

/** Asks for each name once in ten minutes, however many look at once. */
export function rememberNames(nameOf: NameOf, clock: Clock): NameOf {
  const remembered = rememberAnswers<Told>(
    { keptMs: ({ isTold }) => (isTold ? keptMs : untoldMs), mostKept },
    clock,
  );
  return async (ref) => {
    const { name } = await remembered(channelKey(ref), async () => {
      const told = await nameOf(ref);
      return { name: told, isTold: told !== ref.channelId };
    });
    return name;
  };
}
