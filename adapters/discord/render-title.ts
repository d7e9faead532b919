import type { MessageDocument } from '../../src/domain/message-document.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import { dayText, wallClockText } from '../../src/domain/text/moment-text.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { discordLimits } from './limits.ts';
import { snowflake } from './snowflake.ts';

/** What a document is about, as the name of a thread or a forum's post: plain text, in which nothing is markup. */
export function titleOf(document: MessageDocument, language: Language): string {
  const words = wordsOf(language);
  const titled = (title: string) => readableTitle(title, discordLimits.threadNameChars, words);
  switch (document.kind) {
    case 'digest':
      return titled(`${words.digest} · ${wallClockText(document.asOfMs, document.zone, words)}`);
    case 'story':
    case 'update':
      return titled(document.story.headline);
    case 'alert':
      return titled(`${words.alert}${words.colon}${document.watchName}`);
    case 'answer':
      return titled(document.question);
    case 'notice':
      return titled(document.heading);
  }
}

/** 2015-01-01 in epoch milliseconds, from which Discord's ids count. */
const discordEpochMs = 1_420_070_400_000;

/**
 * The name of the thread below a message, which is started by the first message that goes into it: an item tells that the
 * head is a digest, of the day that the head's id tells; anything else is about what the head is about.
 */
export function threadTitle(first: MessageDocument, headMessage: string, language: Language): string {
  if (first.kind !== 'story' || !snowflake.test(headMessage)) return titleOf(first, language);
  const words = wordsOf(language);
  const epochMs = Number(BigInt(headMessage) >> 22n) + discordEpochMs;
  return `${words.digest} · ${dayText({ epochMs, precision: 'day', basis: 'given' }, words)}`;
}
