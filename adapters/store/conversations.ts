import type { Kysely, Transaction } from 'kysely';
import { dayMs } from '../../src/domain/moment.ts';
import type { Workspace } from '../../src/domain/workspace.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import type { Tables } from './schema.ts';
import { workspaceKeyOf } from './workspaces.ts';

/** Far more than any question leans on. */
const mostQuestions = 20;

/** What people ask is theirs, and is not kept longer than a thread is likely to be taken up again. */
const keptDays = 30;

export function conversationStore(db: Kysely<Tables>): ConversationStore {
  return {
    add: (question) => db.transaction().execute((trx) => add(trx, question)),
    earlier: (workspace, conversationId, limit) =>
      db.transaction().execute((trx) => earlier(trx, workspace, conversationId, limit)),
  };
}

async function add(
  trx: Transaction<Tables>,
  { workspace, conversationId, question, atMs }: Parameters<ConversationStore['add']>[0],
): Promise<void> {
  const conversation = { ...workspaceKeyOf(workspace), conversation_id: conversationId };
  await trx
    .insertInto('questions')
    .values({ ...conversation, question, at_ms: atMs })
    .execute();
  const outdated = await trx
    .selectFrom('questions')
    .select('question_id')
    .where((eb) => eb.and(conversation))
    .orderBy('question_id', 'desc')
    .limit(1)
    .offset(mostQuestions)
    .executeTakeFirst();
  await trx
    .deleteFrom('questions')
    .where((eb) => eb.and(conversation))
    .where('question_id', '<=', outdated?.question_id ?? 0)
    .execute();
  await trx
    .deleteFrom('questions')
    .where('at_ms', '<', atMs - keptDays * dayMs)
    .execute();
}

async function earlier(
  trx: Transaction<Tables>,
  workspace: Workspace,
  conversationId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('questions')
    .select('question')
    .where((eb) => eb.and({ ...workspaceKeyOf(workspace), conversation_id: conversationId }))
    .orderBy('question_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.question).toReversed();
}
