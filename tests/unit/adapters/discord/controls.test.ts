import { expect, test } from 'vitest';
import { decodeAction, keyOfButtonValue, storyActions } from '../../../../src/domain/action.ts';
import { languages } from '../../../../src/domain/words/words.ts';
import { componentsOf, discordProblems, plainTextsOf } from '../../../fakes/discord-checker.ts';
import {
  alertDocument,
  changedStory,
  digestDocument,
  noticeDocument,
  refusalDocument,
  storyDocument,
  storyEntry,
  updateDocument,
} from '../../../fixtures/documents.ts';
import { rendered, textOf } from './rendered.ts';

function idsOf(payload: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return componentsOf(payload ?? {}).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
}

function optionsOf(payload: Readonly<Record<string, unknown>> | undefined) {
  return componentsOf(payload ?? {}).flatMap(({ options }) => [options ?? []].flat().map(Object));
}

test.each([storyDocument(), alertDocument()])(
  'offers below a story what can be done with it: %#',
  (document) => {
    const ids = idsOf(rendered(document)[0]);

    expect(ids.map(decodeAction).filter((action) => action !== null)).toEqual(
      storyActions('story-1').map(({ how, input }) => ({ how, input })),
    );
    expect(ids.at(-1)).toBe('why:key');
  },
);

test('opens one of several stories of an alert or a digest, by their numbers', () => {
  const stories = ['story-1', 'story-2'].map((storyId) =>
    storyEntry({ storyId, headline: `A *${storyId}*` }),
  );
  const alert = alertDocument({ stories: stories.map((story) => ({ story, matched: [], revised: null })) });

  for (const document of [alert, digestDocument({ stories })]) {
    const options = optionsOf(rendered(document)[0]);

    expect(options.map(({ label }) => label)).toEqual(['1. A *story-1*', '2. A *story-2*']);
    expect(decodeAction(options[1]?.value)).toEqual({
      how: 'run',
      input: { name: 'story', options: { story: 'story-2' } },
    });
  }
});

test('offers the first 25 of more stories, once each, below the last message', () => {
  const stories = Array.from({ length: 40 }, (_, index) => storyEntry({ storyId: `s${index % 30}` }));
  const payloads = rendered(digestDocument({ stories }));

  expect(payloads.map((payload) => optionsOf(payload).length)).toEqual([
    ...payloads.slice(1).map(() => 0),
    25,
  ]);
  expect(payloads.flatMap(discordProblems)).toEqual([]);
});

test('carries a command that is too long for a button by the key under which it is kept', () => {
  const [action] = storyActions('s'.repeat(200));
  const ids = idsOf(rendered(noticeDocument({ actions: action ? [action, action] : [] }))[0]);

  expect(ids).toEqual([expect.stringMatching(/^key:[0-9a-f]{16}$/), 'why:key']);
  expect(keyOfButtonValue(ids[0] ?? '')).toMatch(/^[0-9a-f]{16}$/);
});

test('offers to watch for what the sources do not hold', () => {
  const [payload] = rendered(refusalDocument());

  expect(idsOf(payload).map(decodeAction)[0]).toEqual({
    how: 'form',
    input: { name: 'watch add', options: { query: 'license cost' } },
  });
  expect(textOf(refusalDocument())).toContain('-# Not in my sources');
});

test('sets the headline of the day above the other stories of a digest', () => {
  const text = textOf(digestDocument());

  expect(text.match(/^### .*$/gm)).toEqual([
    expect.stringMatching(/^### \*\*1\.\*\* `NEW` \*\*\[Bureau adds/),
  ]);
});

test('tells what changed since the last digest, each with where it was told and its first news', () => {
  const changed = [
    changedStory(),
    changedStory({ headline: 'Without news', news: null, permalink: 'https://discord.com/channels/1/2/3' }),
    changedStory({ headline: 'Told nowhere', permalink: null }),
  ];
  const text = textOf(digestDocument({ changed }));

  expect(text).toContain('**What changed since the last digest**\n- **[Port of Larkhaven');
  expect(text).toContain('The tender was withdrawn on 21 November. \\([Continental Wire, 20 Nov 2025](');
  expect(text).toContain('- **[Without news](https://discord.com/channels/1/2/3) (discord.com)**\n');
  expect(text).toContain('- **Told nowhere** The tender');
  expect(textOf(digestDocument())).not.toContain('What changed');
});

test.each(languages)(
  'speaks %s around what it tells, and leaves headlines and quotes as they are',
  (language) => {
    const documents = [
      digestDocument({ changed: [changedStory()] }),
      storyDocument(),
      updateDocument(),
      alertDocument(),
    ];
    const payloads = documents.flatMap((document) => rendered(document, { language }));
    const said = documents.map((document) => textOf(document, { language })).join('\n');
    const labels = payloads.flatMap(plainTextsOf).join('\n');
    const expected = {
      en: [
        '## Wirewatch digest',
        '`UPDATE`',
        '**Sources disagree**',
        'Why this?',
        'Read at',
        'Follow',
        'Open a story',
      ],
      de: [
        '## Wirewatch-Überblick',
        '`UPDATE`',
        '**Quellen widersprechen sich**',
        'Warum das?',
        'Lesen bei',
        'Folgen',
      ],
      zh: ['Wirewatch', '`更新`', '为何推送？', '阅读', '关注'],
    }[language];

    expect(expected.filter((words) => !`${said}\n${labels}`.includes(words))).toEqual([]);
    expect(said).toContain('Bureau adds eleven chip firms');
    expect(said).toContain('“The order names twelve firms.”');
  },
);

test('shows no other language beside Chinese', () => {
  const documents = [storyDocument({ conflicts: [] }), alertDocument({ reason: '匹配。' })];
  const labels = documents
    .flatMap((document) => rendered(document, { language: 'zh' }))
    .flatMap(plainTextsOf);

  expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
});
