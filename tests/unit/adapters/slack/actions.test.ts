import { expect, test } from 'vitest';
import { actionIdPattern, storyActionLayouts } from '../../../../adapters/slack/render-actions.ts';
import { encodeAction, keyOfButtonValue, storyActions } from '../../../../src/domain/action.ts';
import { watchForAction } from '../../../../src/domain/actions-of.ts';
import { shortHash } from '../../../../src/domain/text/short-hash.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import { slackChoices, slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import { nodesOf } from '../../../fakes/slack-nodes.ts';
import {
  alertDocument,
  answerDocument,
  cited,
  digestDocument,
  noticeDocument,
  refusalDocument,
  sourceLink,
  storyDocument,
  storyEntry,
  updateDocument,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const storyChoices = storyActions('story-1').map(encodeAction);

test('offers what can be done with a story under its item, in the language of the channel', () => {
  const choices = slackChoices(rendered(storyDocument(), { language: 'de' }));

  const { actions } = wordsOf('de');

  expect(choices).toEqual([
    `${actions.sources}: run:story?story=story-1&show=sources`,
    `${actions.timeline}: run:story?story=story-1&show=timeline`,
    `${actions.follow}: run:follow?story=story-1`,
    `${actions.mute}: run:mute?story=story-1`,
    `${actions.notRelevant}: run:feedback give?story=story-1&says=not-relevant`,
    `${actions.notSameStory}: run:feedback give?story=story-1&says=not-same-story`,
  ]);
});

test('offers the same under an alert for one story, and nothing under one for several', () => {
  const several = [storyEntry(), storyEntry({ storyId: 'story-2' })].map((story) => ({
    ...{ story, matched: [], revised: null },
  }));

  expect(valuesOf(slackChoices(rendered(alertDocument())))).toEqual(storyChoices);
  expect(slackChoices(rendered(alertDocument({ stories: several })))).toEqual([]);
  expect(slackChoices(rendered(updateDocument()))).toEqual([]);
});

test('gives each thing to press an id of its own that one handler takes', () => {
  const ids = nodesOf(rendered(storyDocument())).flatMap((node) =>
    typeof node['action_id'] === 'string' ? [node['action_id']] : [],
  );

  expect(new Set(ids).size).toBe(6);
  expect(ids.every((id) => actionIdPattern.test(id))).toBe(true);
});

test('lets a digest open each of its stories by a menu', () => {
  const payloads = rendered(digestDocument());

  expect(valuesOf(slackChoices(payloads))).toEqual(
    ['story-1', 'story-2', 'story-3'].map((id) => `run:story?story=${id}`),
  );
  expect(slackChoices(payloads)[0]).toMatch(/^1\. Bureau adds eleven chip firms/);
  expect(JSON.stringify(payloads)).toContain('"placeholder":{"type":"plain_text","text":"Open a story"');
  expect(JSON.stringify(rendered(digestDocument({ stories: [] })))).not.toContain('static_select');
});

test('leaves a story out of the menu whose id is too long for it or was there before', () => {
  const stories = [storyEntry(), storyEntry(), storyEntry({ storyId: 'x'.repeat(200) })];
  const payloads = rendered(digestDocument({ stories }));

  expect(slackChoices(payloads)).toHaveLength(1);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
});

test('offers to watch for what it cannot answer, and not under an answer', () => {
  const [choice = ''] = slackChoices(rendered(refusalDocument()));

  expect(choice).toBe('Watch for it: form:watch add?query=license+cost');
  expect(JSON.stringify(rendered(refusalDocument()))).toContain('"style":"primary"');
  expect(slackChoices(rendered(answerDocument())).join()).not.toContain('watch add');
});

test('carries a key where an action is too long for a button', () => {
  const watchQuery = 'word '.repeat(600);
  const [choice = ''] = slackChoices(rendered({ ...refusalDocument(), watchQuery }));
  const [value = ''] = valuesOf([choice]);

  expect(keyOfButtonValue(value)).toBe(shortHash(encodeAction(watchForAction(watchQuery))));
});

test('shows all actions of a notice, in several blocks where one cannot hold them', () => {
  const actions = Array.from({ length: 30 }, (_, index) => watchForAction(`query ${index}`));
  const payloads = rendered(noticeDocument({ actions }));

  expect(slackChoices(payloads)).toHaveLength(30);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
});

test('drops buttons before a story takes a second message, and no word of it', () => {
  const summary = Array.from({ length: 9 }, (_, index) => cited(`Sentence ${index} ${'word '.repeat(225)}.`));
  const sources = [sourceLink()];
  const payloads = rendered(storyDocument({ summary, sources }));

  expect(payloads).toHaveLength(1);
  expect(slackChoices(payloads).length).toBeLessThan(6);
  expect(slackText(payloads).match(/Sentence \d/g)).toHaveLength(9);
});

test('drops the menu of a digest before a second sentence of a story', () => {
  const stories = Array.from({ length: 10 }, (_, index) =>
    storyEntry({
      storyId: `story-${index}`,
      headline: `Headline ${index} ${'word '.repeat(20)}`,
      summary: [cited('First.'), cited(`Second ${'word '.repeat(62)}.`)],
    }),
  );
  const payloads = rendered(digestDocument({ stories, alsoTold: [] }));

  expect(payloads).toHaveLength(1);
  expect(slackChoices(payloads)).toEqual([]);
  expect(slackText(payloads).match(/Second word/g)).toHaveLength(10);
});

test('offers fewer things to do before none', () => {
  const counts = storyActionLayouts('story-1', wordsOf('en')).map(
    (blocks) => slackChoices([{ blocks }]).length,
  );

  expect(counts).toEqual([6, 3, 0]);
});

function valuesOf(choices: readonly string[]): readonly string[] {
  return choices.map((choice) => choice.slice(choice.indexOf(': ') + 2));
}
