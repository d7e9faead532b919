import type { Platform } from '../../../src/domain/delivery.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import type { MessageDocument } from '../../../src/domain/message-document.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';

/** A message as it stands on the platform now. */
export interface Standing {
  readonly channelId: string;
  readonly key: string;
  readonly messageId: string;
  readonly threadMessageId: string | null;
  /** Comparable with `textOf` of the document that it ought to show. */
  readonly text: string;
}

/** A platform for one month. */
export interface OpenPlatform {
  /** Passed to the module's `openPublisher` in each of the bot's processes. */
  readonly settings: Readonly<Record<string, string>>;
  /** In the order of posting. */
  standing(): readonly Standing[];
  stop(): Promise<void>;
}

/** What the kill suite needs of a platform. */
export interface PlatformUnderTest {
  readonly platform: Platform;
  /** URL of a module with `openPublisher`; the bot's process imports it, and as little else as possible. */
  readonly publisherModule: string;
  /** Empty, with `folder` for its files. */
  open(folder: string): Promise<OpenPlatform>;
  /** What stands once this document was posted. */
  textOf(document: MessageDocument, mentions: readonly Mention[]): string;
}

/** What the module of a platform under test exports. */
export interface PublisherModule {
  openPublisher(settings: Readonly<Record<string, string>>, clock: Clock): Publisher;
}
