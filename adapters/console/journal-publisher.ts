import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { FindOutcome, OutgoingMessage, Publisher, PublishOutcome } from '../../src/ports/publisher.ts';
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

  async function publish(message: OutgoingMessage): Promise<PublishOutcome> {
    const line = lineOf(message, options.clock.nowMs());
    try {
      const standing = await journal.find(message.key, message.channel);
      if (standing) return { kind: 'posted', messageId: standing.messageId };
      await journal.append(line);
      // Another process may have taken our line for a torn one while it was being written.
      const appended = await journal.find(message.key, message.channel);
      if (!appended) return { kind: 'unknown', problem: lostProblem(options.journalPath) };
    } catch (error) {
      return { kind: 'postponed', retryAfterMs: null, problem: problemOf(error, options.journalPath) };
    }
    echoed(() => options.echo(renderConsole(message.document, { color: options.color })));
    return { kind: 'posted', messageId: line.messageId };
  }

  async function find(key: string, channel: ChannelRef): Promise<FindOutcome> {
    try {
      const line = await journal.find(key, channel);
      return line ? { kind: 'posted', messageId: line.messageId } : { kind: 'absent' };
    } catch (error) {
      return { kind: 'unknown', problem: problemOf(error, options.journalPath) };
    }
  }

  return {
    platform: 'console',
    publish: (message) => inTurn(() => publish(message)),
    find: (key, channel) => inTurn(() => find(key, channel)),
  };
}

function lineOf({ key, channel, document, threadMessageId }: OutgoingMessage, atMs: number): JournalLine {
  const text = renderConsole(document, { color: false });
  // The key names the message: line numbers would move if somebody edited the file.
  return { key, channel, threadMessageId, messageId: key, atMs, kind: document.kind, text };
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

function lostProblem(journalPath: string): string {
  return `A line written to the console's journal ${journalPath} was not found there afterwards; it will be looked for again.`;
}
