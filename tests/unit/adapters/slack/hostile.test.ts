import { expect, test } from 'vitest';
import { liveMarkup, slackProblems } from '../../../fakes/slack-checker.ts';
import { documentsSaying, hostileStrings } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const link = 'https://bank.example/notice';

function liveIn(text: string): readonly string[] {
  const payloads = documentsSaying(text, link).flatMap((document) => rendered(document));
  return payloads.flatMap(liveMarkup);
}

test.each(hostileStrings)('says no more to Slack than text with %j', (hostile) => {
  const ofPlainWords = liveIn('Plain words');

  expect(liveIn(hostile)).toEqual(ofPlainWords);
  expect(new Set(ofPlainWords)).toEqual(new Set([`link ${link}`]));
});

test.each(hostileStrings)('makes no link of the address %j', (hostile) => {
  const payloads = documentsSaying('Plain words', hostile).flatMap((document) => rendered(document));
  const expected = hostile.startsWith('https://') ? [`link ${hostile}`] : [];

  expect(payloads.flatMap(slackProblems)).toEqual([]);
  expect([...new Set(payloads.flatMap(liveMarkup))]).toEqual(expected);
});

test('the checker sees live markup where there is some', () => {
  const payload = {
    text: 'Hello <!channel>',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Q&A <@U1>', emoji: true } },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: 'U1' },
              { type: 'text', text: '<!here>\u202E' },
            ],
          },
        ],
      },
    ],
  };

  expect(liveMarkup(payload)).toEqual([
    '<!channel>',
    '&',
    '<@U1>',
    '<!here>',
    'plain_text with emoji',
    'user',
    '\u202E',
  ]);
});
