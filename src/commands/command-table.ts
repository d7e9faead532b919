import { askCommand } from './ask.ts';
import { auditCommand } from './audit.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { deliveriesApproveCommand } from './deliveries-approve.ts';
import { deliveriesDiscardCommand } from './deliveries-discard.ts';
import { deliveriesListCommand } from './deliveries-list.ts';
import { deliveriesRetryCommand } from './deliveries-retry.ts';
import { digestArchiveCommand } from './digest-archive.ts';
import { digestNowCommand } from './digest-now.ts';
import { digestPauseCommand } from './digest-pause.ts';
import { digestPreviewCommand } from './digest-preview.ts';
import { digestScheduleCommand } from './digest-schedule.ts';
import { feedbackGiveCommand } from './feedback-give.ts';
import { feedbackListCommand } from './feedback-list.ts';
import { followStoryCommand } from './follow.ts';
import { createHelpCommand } from './help.ts';
import { muteCommand } from './mute.ts';
import { settingsCommand } from './settings.ts';
import { sourcesAddCommand } from './sources-add.ts';
import { sourcesListCommand } from './sources-list.ts';
import { sourcesPauseCommand } from './sources-pause.ts';
import { sourcesRemoveCommand } from './sources-remove.ts';
import { statsCommand } from './stats.ts';
import { storyCommand } from './story.ts';
import { watchAddCommand } from './watch-add.ts';
import { watchEditCommand } from './watch-edit.ts';
import { watchListCommand } from './watch-list.ts';
import { watchRemoveCommand } from './watch-remove.ts';
import { watchTestCommand } from './watch-test.ts';
import { workspaceCommand } from './workspace.ts';

/** All that people can ask for. A new command is one file and one line here. */
export const commandTable: readonly Command[] = [
  askCommand,
  storyCommand,
  compareCommand,
  followStoryCommand,
  muteCommand,
  feedbackGiveCommand,
  feedbackListCommand,
  digestNowCommand,
  digestPreviewCommand,
  digestScheduleCommand,
  digestPauseCommand,
  digestArchiveCommand,
  watchAddCommand,
  watchListCommand,
  watchEditCommand,
  watchRemoveCommand,
  watchTestCommand,
  sourcesListCommand,
  sourcesAddCommand,
  sourcesRemoveCommand,
  sourcesPauseCommand,
  statsCommand,
  deliveriesListCommand,
  deliveriesRetryCommand,
  deliveriesApproveCommand,
  deliveriesDiscardCommand,
  settingsCommand,
  workspaceCommand,
  auditCommand,
  createHelpCommand(() => commandTable.map(({ definition }) => definition)),
];
