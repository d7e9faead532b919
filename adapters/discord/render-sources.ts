import type { MessageAction } from '../../src/domain/action.ts';
import type { SourcesAnswer } from '../../src/domain/command.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { readableTitle, shortened } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord, linked } from './escape.ts';
import { discordLayout, discordLimits } from './limits.ts';
import {
  type DiscordPayload,
  discordMessages,
  type Envelope,
  type Frame,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { choosable } from './render-controls.ts';
import { discordWordsOf } from './render-words.ts';
import { wordTexts } from './word-texts.ts';

const signs = { well: '🟢', failing: '🔴', paused: '⏸️', unpolled: '⚪' } as const;

/** More would be a choice that nobody reads through. */
const mostWithActions = 25;

interface Row {
  readonly state: SourceState;
  readonly actions: readonly MessageAction[];
}

/** Sources with how each fares, those that fail first: why, how often in a row, and what can be done with each. */
export function renderSources(
  { sources, rowActions = [], notes = [] }: Omit<SourcesAnswer, 'kind'>,
  envelope: Envelope,
): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const all = sources.map((state, index) => ({ state, actions: rowActions[index] ?? [] }));
  const isFailing = ({ state }: Row) => conditionOf(state) === 'failing';
  const rows = [...all.filter(isFailing), ...all.filter((row) => !isFailing(row))].map((row, index) =>
    index < mostWithActions ? row : { ...row, actions: [] },
  );
  const heading = [`### ${words.sources} · ${sources.length}`];
  const foot = notes.flatMap((note) => wordTexts(note, '-# '));
  const [first = [], ...others] = groupsOf(rows);
  return [first, ...others].flatMap((group, index) => {
    const lines = group.flatMap(({ state }) => sourceLines(state, words));
    const isLast = index === others.length;
    const texts = lineTexts([...(index === 0 ? heading : []), ...lines, ...(isLast ? foot : [])]);
    return discordMessages(texts, frameOf(group, envelope, words), envelope);
  });
}

/** In as many groups as there are selects for what can be done with them. */
function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let choices = 0;
  for (const row of rows) {
    const last = groups.at(-1);
    const fits = last !== undefined && choices + row.actions.length <= discordLimits.selectOptions;
    if (fits) last.push(row);
    else groups.push([row]);
    choices = (fits ? choices : 0) + row.actions.length;
  }
  return groups;
}

function frameOf(rows: readonly Row[], { language }: Envelope, words: Words): Frame {
  const choices = rows.flatMap(({ state, actions }) =>
    actions.map((action) =>
      choosable(action, `${words.actions[action.label]}${words.colon}${shortened(state.source.name, 60)}`),
    ),
  );
  return { ...plainFrame, placeholder: discordWordsOf(language).choose, choices };
}

function conditionOf({ health, isPaused }: SourceState): keyof typeof signs {
  if (isPaused) return 'paused';
  if (health.lastPolledAtMs === null) return 'unpolled';
  return health.consecutiveFailures === 0 ? 'well' : 'failing';
}

function sourceLines(state: SourceState, words: Words): readonly string[] {
  const { source, health, addedBy } = state;
  const condition = conditionOf(state);
  const name = linked(readableTitle(source.name, discordLayout.titleChars, words), source.url);
  const problem = condition === 'failing' ? (health.lastProblem ?? '') : '';
  return [
    [
      `${signs[condition]} **${name}** · ${words[source.tier]} · ${escapeDiscord(source.lang)}`,
      ...(addedBy ? [`added by ${escapeDiscord(addedBy.personId)}`] : []),
    ].join(' · '),
    ...wordTexts(problem === '' ? '' : `${problem} (${health.consecutiveFailures}×)`, '-# '),
  ];
}
