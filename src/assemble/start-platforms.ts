import type { ChatDesk } from '../ports/chat-desk.ts';
import type { Log } from '../ports/log.ts';
import type { PlatformApp } from './platform-app.ts';

export interface PlatformStarter {
  /**
   * Starts those that do not run: not yet, or not any more. One that fails is logged, keeps nobody else, and is tried again at
   * the next call.
   */
  startMissing(): Promise<void>;
  /** Stops all of them, also those that are just being started. */
  stop(): Promise<void>;
}

/** Connects platforms: one that does not let the bot in now may do so later, and the others go on meanwhile. */
export function createPlatformStarter(
  platforms: readonly PlatformApp[],
  chatOn: (platform: PlatformApp) => ChatDesk,
  log: Log,
): PlatformStarter {
  let isStopping = false;

  async function start(platform: PlatformApp): Promise<void> {
    const fields = { platform: platform.platform };
    try {
      await platform.start(chatOn(platform));
      // The stop came first, and found nothing that ran.
      if (isStopping) await platform.stop();
      else log.info('A platform is connected', fields);
    } catch (error) {
      if (isStopping) return;
      const problem = error instanceof Error ? error.message : String(error);
      log.error('A platform could not be connected and is tried again', { ...fields, problem });
    }
  }

  return {
    startMissing: async () => {
      await Promise.all(platforms.filter((platform) => !platform.isRunning()).map(start));
    },
    stop: async () => {
      isStopping = true;
      await Promise.all(platforms.map((platform) => platform.stop()));
    },
  };
}
