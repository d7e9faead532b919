import type {
  EditRequest,
  LookupAnswer,
  LookupRequest,
  MessageAnswer,
  PostRequest,
} from './fake-platform-api.ts';

/** A message as it stands on the platform now. */
export interface FakeMessage extends Omit<PostRequest, 'atMs'> {
  readonly messageId: string;
  readonly postedAtMs: number;
  readonly edits: number;
}

/** As many messages of a channel, or of a thread, are searched for a key: more is no recent history. */
const recentMessages = 200;

/** The channels of a fake platform. It posts what it is asked to, as often as it is asked: no key is checked here. */
export interface FakeChannels {
  /** All messages, in the order of posting. */
  readonly messages: readonly FakeMessage[];
  /** `null` when the thread's first message is not there. */
  post(request: PostRequest): MessageAnswer | null;
  /** `null` when there is no such message. */
  edit(request: EditRequest): MessageAnswer | null;
  lookup(request: LookupRequest): LookupAnswer;
}

export function createFakeChannels(): FakeChannels {
  const messages: FakeMessage[] = [];

  function placeOf(channelId: string, messageId: string): number {
    return messages.findIndex(
      (message) => message.channelId === channelId && message.messageId === messageId,
    );
  }

  return {
    messages,
    post({ atMs, ...message }) {
      const { channelId, threadMessageId } = message;
      if (threadMessageId !== null && placeOf(channelId, threadMessageId) < 0) return null;
      const messageId = `m${messages.length + 1}`;
      messages.push({ ...message, messageId, postedAtMs: atMs, edits: 0 });
      return answerOf(channelId, messageId);
    },
    edit({ channelId, messageId, document, mentions }) {
      const place = placeOf(channelId, messageId);
      const message = messages[place];
      if (!message) return null;
      messages[place] = { ...message, document, mentions, edits: message.edits + 1 };
      return answerOf(channelId, messageId);
    },
    lookup({ channelId, key, threadMessageId }) {
      const recent = messages
        .filter((message) => message.channelId === channelId && message.threadMessageId === threadMessageId)
        .slice(-recentMessages);
      const message = recent.find((candidate) => candidate.key === key);
      return { found: message ? answerOf(channelId, message.messageId) : null };
    },
  };
}

function answerOf(channelId: string, messageId: string): MessageAnswer {
  return { messageId, permalink: `https://platform.example/${channelId}/${messageId}` };
}
