import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderConsole } from '../../../adapters/console/render.ts';
import { jsonLines } from '../bot-folder.ts';
import type { PlatformUnderTest, Standing } from './platform-under-test.ts';

/** A line of the journal, as far as it matters here. */
interface Line {
  readonly key: string;
  readonly channel: { readonly channelId: string };
  readonly messageId: string;
  readonly threadMessageId: string | null;
  readonly text: string;
  /** Message id that this line rewrites. */
  readonly revises: string | null;
}

/** The console, whose channels stand in a journal that is only appended to. */
export const consoleUnderTest: PlatformUnderTest = {
  platform: 'console',
  publisherModule: new URL('./console-publisher.ts', import.meta.url).href,
  async open(folder) {
    const journalPath = join(folder, 'console.jsonl');
    return {
      settings: { journalPath },
      standing: () => standingIn(existsSync(journalPath) ? readFileSync(journalPath, 'utf8') : ''),
      stop: async () => undefined,
    };
  },
  textOf: (document, mentions) => renderConsole(document, { color: false, mentions, language: 'en' }),
};

function standingIn(journal: string): readonly Standing[] {
  const lines = jsonLines<Line>(journal);
  const textOf = new Map(lines.map(({ messageId, text }) => [messageId, text]));
  return lines
    .filter(({ revises }) => revises === null)
    .map(({ channel, key, messageId, threadMessageId, text }) => ({
      ...{ channelId: channel.channelId, key, messageId, threadMessageId },
      text: textOf.get(messageId) ?? text,
    }));
}
