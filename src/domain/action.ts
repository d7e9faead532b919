import type { CommandInput } from './command-input.ts';
import { shortHash } from './text/short-hash.ts';
import type { ActionLabel } from './words/words.ts';

/**
 * A button under a message, as data: what is run when it is pressed, or with which values the form of a command is
 * opened. A platform shows the label in the channel's language and encodes the rest as it can.
 */
export interface MessageAction {
  readonly label: ActionLabel;
  readonly how: 'run' | 'form';
  readonly input: CommandInput;
  readonly tone: 'plain' | 'primary' | 'danger';
}

/** What anybody can do with a story where it is shown. */
export function storyActions(storyId: string): readonly MessageAction[] {
  const run = (
    label: ActionLabel,
    name: string,
    options: Readonly<Record<string, string>>,
  ): MessageAction => ({
    ...{ label, how: 'run', tone: 'plain' },
    input: { name, options: { story: storyId, ...options } },
  });
  return [
    run('sources', 'story', { show: 'sources' }),
    run('timeline', 'story', { show: 'timeline' }),
    run('follow', 'follow', {}),
    run('mute', 'mute', {}),
    run('notRelevant', 'feedback give', { says: 'not-relevant' }),
    run('notSameStory', 'feedback give', { says: 'not-same-story' }),
  ];
}

/** What anybody can say of the answer to a question, or of the refusal to answer it. */
export function answerActions(
  question: string,
): readonly [helpful: MessageAction, notHelpful: MessageAction] {
  const give = (label: ActionLabel, says: string): MessageAction => ({
    ...{ label, how: 'run', tone: 'plain' },
    input: { name: 'feedback give', options: { says, question } },
  });
  return [give('helpful', 'helpful'), give('notHelpful', 'not-helpful')];
}

/** What admins can do with a message that waits for approval. */
export function approvalActions(deliveryKey: string, watchId: string | null): readonly MessageAction[] {
  const run = (label: ActionLabel, name: string, tone: MessageAction['tone']): MessageAction => ({
    ...{ label, how: 'run', tone },
    input: { name, options: { key: deliveryKey } },
  });
  const edit: MessageAction = {
    ...{ label: 'edit', how: 'form', tone: 'plain' },
    input: { name: 'watch edit', options: { watch: watchId ?? '' } },
  };
  return [
    run('approve', 'deliveries approve', 'primary'),
    ...(watchId === null ? [] : [edit]),
    run('discard', 'deliveries discard', 'danger'),
  ];
}

type Encodable = Pick<MessageAction, 'how' | 'input'>;

/** An action's command as one line, `run:NAME?option=value&…`, percent-encoded. */
export function encodeAction({ how, input }: Encodable): string {
  return `${how}:${input.name}?${new URLSearchParams(input.options)}`;
}

/** What `encodeAction` wrote; `null` for anything else. */
export function decodeAction(text: string): Encodable | null {
  const match = /^(?<how>run|form):(?<name>[a-z]+(?: [a-z]+)?)\?(?<options>.*)$/s.exec(text);
  if (!match?.groups) return null;
  const { how, name = '', options } = match.groups;
  return {
    how: how === 'form' ? 'form' : 'run',
    input: { name, options: Object.fromEntries(new URLSearchParams(options)) },
  };
}

const keyPrefix = 'key:';

/**
 * What a button carries: the action itself where that is at most `maxChars` long, else the key under which the action
 * store must have been asked to remember it.
 */
export function buttonValue(action: Encodable, maxChars: number): string {
  const text = encodeAction(action);
  return text.length <= maxChars ? text : `${keyPrefix}${shortHash(text)}`;
}

/** The store's key in what a button carries; `null` where it carries the action itself. */
export function keyOfButtonValue(value: string): string | null {
  return value.startsWith(keyPrefix) ? value.slice(keyPrefix.length) : null;
}
