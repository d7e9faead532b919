import type { Feedback } from '../domain/feedback.ts';
import type { Workspace } from '../domain/workspace.ts';

/** What people say of stories and of answers. */
export interface FeedbackStore {
  /**
   * The same person saying the same of the same once more changes nothing. Of an answer a person says one thing: another one
   * takes its place, as the newest.
   */
  add(feedback: Feedback): Promise<void>;
  /** Of one workspace, newest first. */
  list(filter: { workspace: Workspace; limit: number }): Promise<readonly Feedback[]>;
}
