import type { InstallationStore as BoltInstallationStore } from '@slack/bolt';
import type { Clock } from '../../src/ports/clock.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { Log } from '../../src/ports/log.ts';
import { sealIdentity } from './installations.ts';
import type { Seal } from './seal.ts';

interface Parts {
  readonly installations: InstallationStore;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where Bolt puts what comes of an installation: into our store, sealed. */
export function createOauthStore({ installations, seal, clock, log }: Parts): BoltInstallationStore {
  return {
    async storeInstallation({ team, bot, user }) {
      if (!team || !bot) {
        throw new Error(
          'Wirewatch is installed in a workspace, not in a whole organization. Choose a workspace and install it there.',
        );
      }
      const { id: workspaceId } = team;
      const identity = { workspaceId, botToken: bot.token, botId: bot.id, botUserId: bot.userId };
      await installations.save({
        workspace: { platform: 'slack', workspaceId },
        sealed: sealIdentity(identity, seal),
        installedBy: user.id,
        atMs: clock.nowMs(),
      });
      log.info('Slack workspace installed the app', { workspaceId });
    },
    // Bolt asks only where it was given no `authorize`; ours reads the store itself.
    fetchInstallation: () => Promise.reject(new Error('Installations are read by their workspace alone.')),
  };
}
