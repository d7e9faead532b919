import { expect, test } from 'vitest';
import type { Mention } from '../../../../src/domain/mention.ts';
import { discordProblems, discordText, liveMarkup } from '../../../fakes/discord-checker.ts';
import {
  alertDocument,
  documentsSaying,
  hostileStrings,
  mentionsSaying,
  noticeDocument,
  storyEntry,
} from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const person: Mention = { kind: 'person', id: '803295467912340001' };
const role: Mention = { kind: 'role', id: '803295467912340002' };

test('calls people and roles ahead of all else, and allows exactly those', () => {
  const payloads = rendered(noticeDocument(), { mentions: [person, role, person] });

  expect(discordText(payloads)).toMatch(
    /^<@803295467912340001> <@&803295467912340002> <@803295467912340001>\n###/,
  );
  expect(payloads[0]?.['allowed_mentions']).toEqual({
    parse: [],
    users: ['803295467912340001'],
    roles: ['803295467912340002'],
  });
  expect(payloads.flatMap(discordProblems)).toEqual([]);
});

test('calls once where a document takes several messages', () => {
  const stories = Array.from({ length: 60 }, (_, index) => ({
    story: storyEntry({ headline: `Headline ${index}` }),
    matched: [],
    revised: null,
  }));
  const [first, ...later] = rendered(alertDocument({ stories }), { mentions: [role] });

  expect(first?.['allowed_mentions']).toEqual({ parse: [], users: [], roles: [role.id] });
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter((payload) => JSON.stringify(payload['allowed_mentions']) !== '{"parse":[]}')).toEqual(
    [],
  );
});

test('text from outside calls nobody who is called by code', () => {
  const payloads = documentsSaying(`<@${person.id}>`).flatMap((document) =>
    rendered(document, { mentions: [person] }),
  );
  const calls = payloads.flatMap(liveMarkup).filter((token) => token.startsWith('<'));

  expect(calls).toEqual(documentsSaying('').map(() => `<@${person.id}>`));
});

test.each(hostileStrings)('calls nobody by the id %j', (hostile) => {
  const payloads = rendered(noticeDocument(), { mentions: mentionsSaying(hostile) });
  const withoutMentions = rendered(noticeDocument());

  expect(payloads.flatMap(liveMarkup)).toEqual(withoutMentions.flatMap(liveMarkup));
  expect(payloads.flatMap(discordProblems)).toEqual([]);
});

test('names an id that is not of Discord as text', () => {
  const payloads = rendered(noticeDocument(), { mentions: [{ kind: 'role', id: 'compliance' }] });

  expect(discordText(payloads)).toMatch(/^\\@role:compliance\n/);
  expect(payloads[0]?.['allowed_mentions']).toEqual({ parse: [] });
});

test('the checker sees an id that is allowed and not called, and one that is called and not allowed', () => {
  const [payload = {}] = rendered(noticeDocument(), { mentions: [person] });
  const allowing = (allowed: unknown) => discordProblems({ ...payload, allowed_mentions: allowed });

  expect(allowing({ parse: [], users: [person.id], roles: ['7'] })).toEqual([
    'other roles are allowed than called',
  ]);
  expect(allowing({ parse: [] })).toEqual(['other people are allowed than called']);
  expect(allowing({ parse: ['users'], users: [person.id] })).toEqual(['mentions are allowed in general']);
});
