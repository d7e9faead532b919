import { expect, test } from 'vitest';
import { createStoredInstallations, sealIdentity } from '../../../../../adapters/slack/installations.ts';
import { createOauthStore } from '../../../../../adapters/slack/oauth.ts';
import { createSeal, SealError } from '../../../../../adapters/slack/seal.ts';
import { createSlackClient } from '../../../../../adapters/slack/web-client.ts';
import { Secret } from '../../../../../src/domain/config.ts';
import { FixedClock } from '../../../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../../../fakes/recording-log.ts';

const seal = createSeal(new Secret('a key of thirty-two characters!!'));
const log = new RecordingLog();
const makeClient = (token: string) => createSlackClient(token, { apiUrl: null, log });
const user = { token: undefined, scopes: undefined, id: 'U1' };
const bot = { token: 'xoxb-secret', scopes: [], id: 'B1', userId: 'UBOT' };

function desk() {
  const { installations } = inMemoryStore();
  const clock = new FixedClock(5);
  return {
    installations,
    oauth: createOauthStore({ installations, seal, clock, log }),
    stored: createStoredInstallations(installations, seal, makeClient),
  };
}

test('an installation is kept sealed, and is read back by its workspace alone', async () => {
  const { installations, oauth, stored } = desk();

  await oauth.storeInstallation({ team: { id: 'T1' }, enterprise: undefined, user, bot });

  const [kept] = await installations.list('slack');
  expect(kept).toMatchObject({ installedBy: 'U1', atMs: 5, workspace: { workspaceId: 'T1' } });
  expect(kept?.sealed).not.toContain('secret');
  expect(await stored.identityOf('T1')).toEqual({
    ...{ workspaceId: 'T1', botToken: 'xoxb-secret', botId: 'B1', botUserId: 'UBOT' },
  });
  expect(await stored.of('T2')).toBeNull();
});

test('the same token is asked with by the same client', async () => {
  const { oauth, stored } = desk();
  await oauth.storeInstallation({ team: { id: 'T1' }, enterprise: undefined, user, bot });

  expect(await stored.of('T1')).toBe(await stored.of('T1'));
});

test('an installation for a whole organization is refused with a sentence', async () => {
  const { installations, oauth } = desk();
  const enterprise = { id: 'E1' };
  const installed = { team: undefined, enterprise, user, bot, isEnterpriseInstall: true };

  await expect(oauth.storeInstallation(installed)).rejects.toThrow('Choose a workspace');
  expect(await installations.list('slack')).toEqual([]);
});

test('tokens that were moved to the row of another workspace are not used', async () => {
  const { installations, stored } = desk();
  const identity = { workspaceId: 'T1', botToken: 'xoxb-secret', botId: 'B1', botUserId: 'UBOT' };
  const workspace = { platform: 'slack', workspaceId: 'T2' } as const;
  await installations.save({ workspace, sealed: sealIdentity(identity, seal), installedBy: 'U1', atMs: 1 });

  await expect(stored.of('T2')).rejects.toThrow(SealError);
});
