import { pathToFileURL } from 'node:url';
import type { Clock } from '../../src/ports/clock.ts';
import type {
  FindOutcome,
  OutgoingMessage,
  PostedMessage,
  Publisher,
  PublishOutcome,
  SoughtMessage,
} from '../../src/ports/publisher.ts';
import { createJournal, type JournalLine } from './journal.ts';
import { journalProblem } from './journal-check.ts';
import { renderConsole } from './render.ts';

export interface ConsolePublisherOptions {
  /** File of JSON lines; made with its folder when it is not there. */
  readonly journalPath: string;
  /** Gets each posted message once, without a line break at its end. */
  readonly echo: (text: string) => void;
  readonly color: boolean;
  readonly clock: Clock;
}

/** Posts to the console, whose channel is its journal: what stands there is posted, and the terminal echoes it. */
export function createConsolePublisher(options: ConsolePublisherOptions): Publisher {
  const journal = createJournal(options.journalPath);
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time: two appends of one process would else look for the same key and both miss it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** Appends the line unless one with its key stands, and answers with the message that it stands for. */
  async function stand(line: JournalLine, message: OutgoingMessage): Promise<PublishOutcome> {
    const standing = await journal.find(line.key, line.channel);
    if (standing) return postedAs(standing);
    await journal.append(line);
    // Another process may have taken our line for a torn one while it was being written.
    const appended = await journal.find(line.key, line.channel);
    if (!appended) {
      return { kind: 'unknown', retryAfterMs: null, problem: lostProblem(options.journalPath) };
    }
    const { document, mentions, language } = message;
    echoed(() => options.echo(renderConsole(document, { color: options.color, mentions, language })));
    return postedAs(appended);
  }

  async function publish(message: OutgoingMessage): Promise<PublishOutcome> {
    const { key: messageId, document } = message;
    // The key names the message: line numbers would move if somebody edited the file.
    const own = { messageId, kind: document.kind, revises: null };
    return postponedWhenRefused(() => stand(lineOf(message, own, options.clock.nowMs()), message));
  }

  async function revise(messageId: string, message: OutgoingMessage): Promise<PublishOutcome> {
    return postponedWhenRefused(async () => {
      const revised = await journal.find(messageId, message.channel);
      if (!revised) return { kind: 'gone', problem: goneProblem(messageId, options.journalPath) };
      const own = { messageId, kind: 'revision', revises: messageId } as const;
      return stand(lineOf(message, own, options.clock.nowMs()), message);
    });
  }

  async function find({ key, channel }: SoughtMessage): Promise<FindOutcome> {
    try {
      const line = await journal.find(key, channel);
      return line ? postedAs(line) : { kind: 'absent' };
    } catch (error) {
      return { kind: 'unknown', retryAfterMs: null, problem: problemOf(error, options.journalPath) };
    }
  }

  /** What the file system refuses now it may take later. */
  async function postponedWhenRefused(work: () => Promise<PublishOutcome>): Promise<PublishOutcome> {
    try {
      return await work();
    } catch (error) {
      return { kind: 'postponed', retryAfterMs: null, problem: problemOf(error, options.journalPath) };
    }
  }

  function postedAs({ messageId }: JournalLine): PostedMessage {
    const { href } = pathToFileURL(options.journalPath);
    return { kind: 'posted', messageId, permalink: `${href}#${messageId}` };
  }

  return {
    platform: 'console',
    channelIntervalMs: 0,
    publish: (message) => inTurn(() => publish(message)),
    revise: (messageId, message) => inTurn(() => revise(messageId, message)),
    find: (sought) => inTurn(() => find(sought)),
    admissionTo: async () => ({ kind: 'admitted' }),
  };
}

function lineOf(
  { key, channel, document, mentions, language, threadMessageId }: OutgoingMessage,
  own: Pick<JournalLine, 'messageId' | 'kind' | 'revises'>,
  atMs: number,
): JournalLine {
  const text = renderConsole(document, { color: false, mentions, language });
  return { key, channel, threadMessageId, ...own, atMs, text };
}

/** A closed terminal takes nothing back: the message stands in the journal, and that is the channel. */
function echoed(echo: () => void): void {
  try {
    echo();
  } catch {
    return;
  }
}

function problemOf(error: unknown, journalPath: string): string {
  return `${journalProblem(error, journalPath)} The message will be tried again.`;
}

function goneProblem(messageId: string, journalPath: string): string {
  return `The message ${messageId} that was to be rewritten is not in the console's journal ${journalPath} any more.`;
}

function lostProblem(journalPath: string): string {
  return `A line written to the console's journal ${journalPath} was not found there afterwards; it will be looked for again.`;
}
