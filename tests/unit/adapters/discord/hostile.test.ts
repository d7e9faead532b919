import { expect, test } from 'vitest';
import { discordProblems, liveMarkup, markupOf } from '../../../fakes/discord-checker.ts';
import { documentsSaying, hostileStrings } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const link = 'https://bank.example/notice';

function liveIn(text: string): readonly string[] {
  const payloads = documentsSaying(text, link).flatMap((document) => rendered(document));
  return payloads.flatMap(liveMarkup);
}

test.each(hostileStrings)('says no more to Discord than text with %j', (hostile) => {
  const ofPlainWords = liveIn('Plain words');

  expect(liveIn(hostile)).toEqual(ofPlainWords);
  expect(ofPlainWords.filter((token) => /^(?:link|button) /.test(token) && !token.endsWith(link))).toEqual(
    [],
  );
});

test.each(hostileStrings)('makes no link of the address %j', (hostile) => {
  const payloads = documentsSaying('Plain words', hostile).flatMap((document) => rendered(document));
  const links = payloads.flatMap(liveMarkup).filter((token) => /^(?:link|button) /.test(token));
  const expected = hostile.startsWith('https://') ? [`link ${hostile}`, `button ${hostile}`] : [];

  expect(payloads.flatMap(discordProblems)).toEqual([]);
  expect([...new Set(links)]).toEqual(expected);
});

test.each([
  ['<@&1> </ask:1> <a:x:1> <id:customize>', ['<@&1>', '</ask:1>', '<a:x:1>', '<id:customize>', ':x:']],
  ['@everyone and @here', ['@everyone', '@here']],
  ['[bank](https://a.example) and https://b.example', ['link https://a.example', 'https://b.example']],
  ['||hidden|| `code` **bold** :tada:', [':tada:', '||', '||', '`', '`', '**', '**']],
  ['# heading\n-# subtext\n>>> quote\n- item\n1. item', ['#', '-#', '>>>', '-', '1.']],
  ['zero\u200Bwidth \u202Ebidi', ['\u200B', '\u202E']],
  ['\\<@1\\> \\@everyone \\# heading \\|\\| \\[a\\]\\(https\\://b.example\\)', []],
])('the checker sees what is live in %j', (content, tokens) => {
  expect(markupOf(content)).toEqual(tokens);
});
