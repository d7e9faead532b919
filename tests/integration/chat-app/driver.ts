import {
  decodeAction,
  encodeAction,
  keyOfButtonValue,
  type MessageAction,
} from '../../../src/domain/action.ts';
import type { Choice } from '../../../src/domain/command.ts';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import type { ActionStore } from '../../../src/ports/action-store.ts';
import type { ChannelDirectory } from '../../../src/ports/channel-directory.ts';
import type { CommandRunner } from '../../../src/ports/command-runner.ts';
import type { OutgoingMessage, Publisher } from '../../../src/ports/publisher.ts';
import type { inMemoryStore } from '../../fakes/in-memory-store.ts';
import type { RecordingLog } from '../../fakes/recording-log.ts';
import { simply } from '../../fakes/simple-publisher.ts';

/** An admin, and somebody without rights. */
export type Person = 'admin' | 'reader';

/** What somebody sees of an answer. */
export interface Shown {
  /** All that stands in it, as the platform was given it. */
  readonly text: string;
  /** True: nobody sees it but the one whom it answers. */
  readonly isPrivate: boolean;
  /** The platform's own id of the message or window. */
  readonly place: string;
  /** Where the next question belongs to the same conversation; `null` where there is no such place. */
  readonly thread: string | null;
}

export interface ShownForm {
  /** What stands in its inputs; of the first page, where it has several. */
  readonly values: CommandInput['options'];
  /** Writes these, leaves the rest as it stands, and sends it, page by page. */
  fill(written: CommandInput['options']): Promise<Shown>;
}

/**
 * A person on a chat platform, whichever it is. Each thing that is done resolves when its answer is seen, and rejects where the
 * platform does not let a person do it.
 */
export interface ChatAppDriver {
  /** Where the people are. */
  readonly channel: ChannelRef;
  readonly people: Readonly<Record<Person, string>>;
  /** How a refusal names those who may. */
  readonly admins: string;
  readonly directory: ChannelDirectory;
  readonly log: RecordingLog;
  /** Gives a command as the platform's people write it: `mention` and channels by reference, flags without a value. */
  command(person: Person, input: CommandInput): Promise<Shown>;
  /** A line that no command fits; `null` where the platform lets nobody send one. */
  mistype(person: Person, line: string): Promise<Shown | null>;
  /** A message of the bot's in the channel, with these under it. */
  post(actions: readonly MessageAction[]): Promise<Shown>;
  /** Presses what runs this command, among whose options are these. */
  press(person: Person, shown: Shown, wanted: CommandInput): Promise<Shown>;
  /** Presses what opens the form of this command. */
  openForm(person: Person, shown: Shown, name: string): Promise<ShownForm>;
  /** The same for somebody who gets no form, but a sentence. */
  openNoForm(person: Person, shown: Shown, name: string): Promise<Shown>;
  /** What is offered for an option while it is typed, wherever the platform can offer it. */
  complete(person: Person, input: CommandInput, option: string): Promise<readonly Choice[]>;
  mention(person: Person, text: string, after?: Shown): Promise<Shown>;
  /** The same, where the platform tells of it twice. Resolves with all answers, when the app has stopped. */
  mentionToldTwice(person: Person, text: string): Promise<readonly Shown[]>;
  directMessage(person: Person, text: string): Promise<Shown>;
  /** Says something, and compares it by the menu of the message. */
  compare(person: Person, text: string): Promise<Shown>;
}

export interface ChatAppParts {
  readonly commands: CommandRunner;
  readonly store: ReturnType<typeof inMemoryStore>;
}

/** The real app over a fake of its platform, which ends with the test. */
export type StartChatApp = (parts: ChatAppParts) => Promise<ChatAppDriver>;

/** Which of these values of buttons stands for an action. */
export async function valueFor(
  values: readonly string[],
  how: MessageAction['how'],
  wanted: CommandInput,
  actions: ActionStore,
): Promise<string> {
  for (const value of values) {
    const key = keyOfButtonValue(value);
    const action = decodeAction((key === null ? value : await actions.find(key)) ?? '');
    const isWanted =
      action?.how === how &&
      action.input.name === wanted.name &&
      Object.entries(wanted.options).every(([name, text]) => action.input.options[name] === text);
    if (isWanted) return value;
  }
  throw new Error(`Nothing here has "${wanted.name}" to ${how}: ${values.join(' ')}`);
}

/** Posts a message with these under it, long ones too; its id. */
export async function postActions(
  actions: readonly MessageAction[],
  { key, channel }: Pick<OutgoingMessage, 'key' | 'channel'>,
  publisher: Publisher,
  store: Pick<ChatAppParts['store'], 'actions'>,
): Promise<string> {
  for (const action of actions) await store.actions.remember(encodeAction(action), 0);
  const outcome = await simply(publisher).publish({
    ...{ key, channel, mentions: [], language: 'en', threadMessageId: null },
    document: { kind: 'notice', heading: 'Here', paragraphs: ['Press.'], actions },
  });
  if (outcome.kind === 'posted') return outcome.messageId;
  throw new Error(`The message was not posted: ${JSON.stringify(outcome)}`);
}

/** `person:1,person:2` as people write it on both platforms: `<@1>,<@2>`. */
export function asMention(text: string): string {
  return text.replaceAll(/person:(?<id>\w+)/g, '<@$<id>>');
}
