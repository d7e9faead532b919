import type { Actor, Choice, CommandOption } from '../domain/command.ts';
import type { SourceState } from '../domain/source.ts';
import { cutAtWord } from '../domain/text/cut-at-word.ts';
import { plainTitle } from '../domain/text/plain-text.ts';
import type { Watch } from '../domain/watch.ts';
import type { CommandServices } from './command.ts';
import { documentText } from './document-text.ts';
import { rankNamed } from './find-names.ts';
import { seenWatches } from './find-watch.ts';
import { seenDeliveries } from './seen-deliveries.ts';

/** Discord takes no more (discord-api-docs, application command option choice), and nobody reads more. */
const mostChoices = 25;
/** The same page: a choice's name has 100 characters at most. */
const mostLabelChars = 100;
/** A choice's value has as many; what is longer cannot be chosen. */
const mostValueChars = 100;
/** Of those that wait for an admin, and of those that were given up. */
const mostDeliveries = 200;

/** What could be chosen: `texts` are what it can be found by. */
interface Candidate {
  readonly value: string;
  readonly label: string;
  readonly texts: readonly string[];
}

type Completes = NonNullable<CommandOption['completes']>;

/** What these words may become, best first: of what is all's, or the workspace's and in a channel that the actor sees. */
export async function completeOption(
  completes: Completes,
  words: string,
  actor: Actor,
  services: CommandServices,
): Promise<readonly Choice[]> {
  return (await candidatesOf(completes, words, actor, services))
    .filter(({ value }) => value.length <= mostValueChars)
    .slice(0, mostChoices)
    .map(({ value, label }) => ({ value, label: cutAtWord(plainTitle(label) || value, mostLabelChars) }));
}

/** Those that the words fit, best first. */
async function candidatesOf(
  completes: Completes,
  words: string,
  actor: Actor,
  services: CommandServices,
): Promise<readonly Choice[]> {
  switch (completes) {
    case 'story':
      return storyChoices(words, services);
    case 'watch':
      return rank((await seenWatches(actor, services)).items.map(watchCandidate), words);
    case 'source':
      return rank((await services.listSources()).map(sourceCandidate), words);
    case 'delivery':
      return rank(await deliveryCandidates(actor, services), words);
    case 'channel':
      return [];
  }
}

function watchCandidate({ id, name, query }: Watch): Candidate {
  return { value: id, label: name === query ? name : `${name} · ${query}`, texts: [id, name, query] };
}

/** One that was added can be removed, and a paused one resumed. */
function sourceCandidate({ source: { id, name, url }, addedBy, isPaused }: SourceState): Candidate {
  const label = [name, ...(addedBy ? ['added'] : []), ...(isPaused ? ['paused'] : [])].join(' · ');
  return { value: id, label, texts: [id, label, url] };
}

/** More than are shown: some have an id that is too long to be chosen. */
const mostFound = 2 * mostChoices;

/** Their folded names are kept between two letters that somebody types. */
async function storyChoices(words: string, { stories }: CommandServices): Promise<readonly Choice[]> {
  const found = await stories.named(words, mostFound);
  return found.map(({ storyId, titles: [title] }) => ({ value: storyId, label: title ?? storyId }));
}

/** Those of which something can be done, what waits for an admin first; admins alone may know of them. */
async function deliveryCandidates(actor: Actor, services: CommandServices): Promise<readonly Candidate[]> {
  if (!actor.isAdmin) return [];
  const held = await seenDeliveries({ state: 'held', limit: mostDeliveries }, actor, services);
  const dead = await seenDeliveries({ state: 'dead', limit: mostDeliveries }, actor, services);
  return [...held.items, ...dead.items].map(({ key, document }) => {
    const what = documentText(document);
    return { value: key, label: `${key} · ${what}`, texts: [key, what] };
  });
}

function rank(candidates: readonly Candidate[], words: string): readonly Candidate[] {
  return rankNamed(candidates, words, ({ texts }) => texts);
}
