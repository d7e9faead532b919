import { expect, onTestFinished, test } from 'vitest';
import {
  askAndFollow,
  installAndSetUp,
  makeWatch,
  openHome,
  readAlert,
  readDigest,
  readUpdate,
} from './live-new-team.ts';
import { startNewTeam } from './new-team.ts';

test('a new team installs, chooses its channel, makes a watch, and gets digest, answers, update and alert', async () => {
  const team = await startNewTeam();
  onTestFinished(() => team.stop());

  await installAndSetUp(team);
  await makeWatch(team);
  await readDigest(team);
  await askAndFollow(team);
  await readUpdate(team);
  await readAlert(team);
  await openHome(team);

  expect(team.slack.personErrors).toEqual([]);
  expect(team.slack.deliveries.filter(({ outcome }) => outcome !== 'acked')).toEqual([]);
  expect(team.bot.log.sentences('error')).toEqual([]);
});
