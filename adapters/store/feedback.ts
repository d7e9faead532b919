import type { Kysely, Selectable, Transaction } from 'kysely';
import { answerSayings, type Feedback, storySayings } from '../../src/domain/feedback.ts';
import { shortHash } from '../../src/domain/text/short-hash.ts';
import type { Workspace } from '../../src/domain/workspace.ts';
import type { FeedbackStore } from '../../src/ports/feedback-store.ts';
import { channelKeyOf, channelRefOf } from './channel-rows.ts';
import type { Tables } from './schema.ts';
import type { FeedbackTable } from './workspace-tables.ts';

export function feedbackStore(db: Kysely<Tables>): FeedbackStore {
  return {
    add: (feedback) => db.transaction().execute((trx) => add(trx, feedback)),
    list: (filter) => db.transaction().execute((trx) => list(trx, filter)),
  };
}

async function add(trx: Transaction<Tables>, feedback: Feedback): Promise<void> {
  const row = {
    ...channelKeyOf(feedback.channel),
    ...subjectColumns(feedback),
    says: feedback.says,
    person_id: feedback.personId,
    at_ms: feedback.atMs,
  };
  if (row.kind === 'answer') {
    await trx
      .deleteFrom('feedback')
      .where('platform', '=', row.platform)
      .where('workspace_id', '=', row.workspace_id)
      .where('kind', '=', row.kind)
      .where('subject_key', '=', row.subject_key)
      .where('person_id', '=', row.person_id)
      .where('says', '!=', row.says)
      .execute();
  }
  await trx
    .insertInto('feedback')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A question is found by its hash: it may be longer than an index holds. */
function subjectColumns({ subject }: Feedback): Pick<FeedbackTable, 'kind' | 'subject_key' | 'subject'> {
  const { kind } = subject;
  return kind === 'story'
    ? { kind, subject_key: subject.storyId, subject: subject.headline }
    : { kind, subject_key: shortHash(subject.question), subject: subject.question };
}

async function list(
  trx: Transaction<Tables>,
  { workspace, limit }: { workspace: Workspace; limit: number },
): Promise<readonly Feedback[]> {
  const rows = await trx
    .selectFrom('feedback')
    .selectAll()
    .where('platform', '=', workspace.platform)
    .where('workspace_id', '=', workspace.workspaceId)
    .orderBy('feedback_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(feedbackOf);
}

function feedbackOf(row: Selectable<FeedbackTable>): Feedback {
  const said = { channel: channelRefOf(row), personId: row.person_id, atMs: row.at_ms };
  const { kind } = row;
  if (kind === 'story') {
    const subject = { kind, storyId: row.subject_key, headline: row.subject };
    return { ...said, subject, says: knownSaying(row.says, storySayings) };
  }
  return { ...said, subject: { kind, question: row.subject }, says: knownSaying(row.says, answerSayings) };
}

function knownSaying<Saying extends string>(says: string, known: readonly Saying[]): Saying {
  const saying = known.find((each) => each === says);
  if (saying === undefined) throw new Error(`The store holds a feedback that says "${says}".`);
  return saying;
}
