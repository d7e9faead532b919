import type { MessageAction } from '../../src/domain/action.ts';
import type { SourcesAnswer } from '../../src/domain/command.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { SlackBlock, SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import {
  apart,
  contexts,
  type Envelope,
  header,
  lineBlocks,
  slackMessages,
  textLines,
  together,
} from './messages.ts';
import { actionBlocks } from './render-actions.ts';
import { renderWords } from './render-words.ts';
import { linked, literal, ours, type RichElement } from './rich-text.ts';

type Condition = 'ok' | 'fails' | 'paused' | 'not polled yet';

/** More would be a wall of buttons. */
const mostWithActions = 25;

/** Each source with how it fares, why where it fails, and what can be done with it. */
export function renderSources(
  { sources, rowActions = [], notes = [] }: Omit<SourcesAnswer, 'kind'>,
  envelope: Envelope,
): readonly SlackPayload[] {
  const foot = apart(contexts(notes));
  if (sources.length === 0) return renderWords('No source is known yet.', envelope);
  const failing = sources.filter((state) => conditionOf(state) === 'fails').length;
  const heading = `${envelope.words.sources}: ${sources.length}${failing > 0 ? `, ${failing} failing` : ''}`;
  const withActions = rowActions.length > 0 ? Math.min(sources.length, mostWithActions) : 0;
  const offered = sources
    .slice(0, withActions)
    .flatMap((state, index) => sourceParts(state, rowActions[index] ?? [], envelope.words));
  const others = sources.slice(withActions).flatMap((state) => sourceLines(state, envelope.words));
  const parts = [...apart([header(heading)]), ...offered, ...apart(lineBlocks([], others)), ...foot];
  return slackMessages(parts, heading, envelope);
}

/** A source stays together with its buttons. */
function sourceParts(
  state: SourceState,
  actions: readonly MessageAction[],
  words: Words,
): readonly (readonly SlackBlock[])[] {
  return together([...lineBlocks([], sourceLines(state, words)), ...actionBlocks(actions, words)]);
}

function sourceLines(state: SourceState, words: Words): readonly (readonly RichElement[])[] {
  const { source, health, addedBy } = state;
  const condition = conditionOf(state);
  const name = readableTitle(source.name, slackLayout.titleChars, words);
  const seen = addedBy ? `, added by ${addedBy.personId}` : source.verified ? '' : ', not yet verified';
  const why = condition === 'fails' ? (health.lastProblem ?? '') : '';
  return [
    [
      ...ours(condition, { code: true }),
      ...ours(' '),
      ...linked(name, source.url, { bold: true }),
      ...ours(` · ${words[source.tier]}, `),
      ...literal(`${source.lang}${seen}`),
    ],
    ...textLines(why, { italic: true }),
  ];
}

function conditionOf({ health, isPaused }: SourceState): Condition {
  if (isPaused) return 'paused';
  if (health.lastPolledAtMs === null) return 'not polled yet';
  return health.consecutiveFailures === 0 ? 'ok' : 'fails';
}
