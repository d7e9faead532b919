import type { InstallationStore as BoltInstallationStore } from '@slack/bolt';
import type { SlackConfig } from '../../src/domain/config.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { Log } from '../../src/ports/log.ts';
import {
  createSingleInstallation,
  createStoredInstallations,
  type MakeClient,
  type SlackInstallations,
} from './installations.ts';
import { createOauthStore } from './oauth.ts';
import { createSeal } from './seal.ts';

interface Parts {
  readonly config: Pick<SlackConfig, 'installation'>;
  readonly installations: InstallationStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ChosenInstallations {
  readonly clients: SlackInstallations;
  /** Where new installations go; `null` without OAuth. */
  readonly oauthStore: BoltInstallationStore | null;
}

/** One workspace by its token, or all that install the app by OAuth. */
export function chooseInstallations(
  { config: { installation }, installations, clock, log }: Parts,
  makeClient: MakeClient,
): ChosenInstallations {
  if (installation.kind === 'single') {
    return { clients: createSingleInstallation(installation.botToken, makeClient), oauthStore: null };
  }
  const seal = createSeal(installation.secretKey);
  return {
    clients: createStoredInstallations(installations, seal, makeClient),
    oauthStore: createOauthStore({ installations, seal, clock, log }),
  };
}
