import { expect, test } from 'vitest';
import type { Mention } from '../../../../src/domain/mention.ts';
import { liveMarkup, slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import {
  alertDocument,
  hostileStrings,
  mentionsSaying,
  noticeDocument,
  storyEntry,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const person: Mention = { kind: 'person', id: 'U024BE7LH' };
const role: Mention = { kind: 'role', id: 'S0614TZR7' };

test('calls people and groups by elements, ahead of all else', () => {
  const [payload] = rendered(noticeDocument(), { mentions: [person, role] });
  const [first] = payload?.blocks ?? [];

  expect(first).toEqual({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'U024BE7LH' },
          { type: 'text', text: ' ' },
          { type: 'usergroup', usergroup_id: 'S0614TZR7' },
        ],
      },
    ],
  });
  expect(liveMarkup(payload ?? {})).toEqual(['user', 'usergroup']);
});

test('calls once where a document takes several messages', () => {
  const stories = Array.from({ length: 60 }, (_, index) => ({
    story: storyEntry({ headline: `Headline ${index}` }),
    matched: [],
    revised: null,
  }));
  const payloads = rendered(alertDocument({ stories }), { mentions: [person] });
  const calls = payloads.map((payload) => JSON.stringify(payload).split('"user_id"').length - 1);

  expect(calls.length).toBeGreaterThan(1);
  expect(calls).toEqual(calls.map((_, index) => (index === 0 ? 1 : 0)));
});

test.each(hostileStrings)('calls nobody by the id %j', (hostile) => {
  const payloads = rendered(noticeDocument(), { mentions: mentionsSaying(hostile) });

  expect(payloads.flatMap(liveMarkup)).toEqual([]);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
});

test('names an id that is not of Slack as text', () => {
  const mentions: readonly Mention[] = [
    { kind: 'person', id: 'alice' },
    { kind: 'role', id: 'compliance' },
  ];

  expect(slackText(rendered(noticeDocument(), { mentions }))).toMatch(/^@alice @role:compliance/);
});

test('counts those it has no room to call', () => {
  const mentions = Array.from({ length: 53 }, (_, index): Mention => ({ kind: 'person', id: `U${index}` }));
  const payloads = rendered(noticeDocument(), { mentions });

  expect(payloads.flatMap(liveMarkup)).toHaveLength(50);
  expect(slackText(payloads)).toContain(' · 3 more');
});
