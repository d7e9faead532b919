import type { MessageAction } from '../../../src/domain/action.ts';
import type { AnswerTable, CommandAnswer } from '../../../src/domain/command.ts';
import { simply } from '../../fakes/simple-publisher.ts';
import type { SlackBot } from './slack-bot.ts';

/** Where what is posted stands. */
export const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;

export function action(
  name: string,
  options: Record<string, string>,
  how: MessageAction['how'] = 'run',
): MessageAction {
  return { label: 'sources', tone: 'plain', how, input: { name, options } };
}

/** A message with buttons that stands in the channel, or in a thread of it; its ts. */
export async function posted(
  { app }: SlackBot,
  actions: readonly MessageAction[],
  thread: string | null = null,
  key = 'key-1',
): Promise<string> {
  const outcome = await simply(app.publisher).publish({
    ...{ key, channel, mentions: [], language: 'en', threadMessageId: thread },
    document: { kind: 'notice', heading: 'Here', paragraphs: ['Press.'], actions },
  });
  if (outcome.kind !== 'posted') throw new Error(`The message was not posted: ${JSON.stringify(outcome)}`);
  return outcome.messageId;
}

export function table(actions: readonly MessageAction[]): CommandAnswer {
  const shown: AnswerTable = { heading: 'Watches', columns: ['Id'], rows: [], notes: ['None.'], data: [] };
  return { kind: 'table', table: { ...shown, actions } };
}
