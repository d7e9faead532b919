import { isObject, textOf } from '../json.ts';
import { invalidArguments, SlackRefusal } from '../refusal.ts';
import { conversationOf } from './conversation-of.ts';
import { jsonArg, type MethodCall, optionalText, type SlackMethod, textArg } from './method-call.ts';

/** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: up to four. */
const maxPrompts = 4;

function requireThread(call: MethodCall): { channel: string; threadTs: string } {
  const conversation = conversationOf(call, textArg(call, 'channel_id'));
  const threadTs = textArg(call, 'thread_ts');
  if (!call.state.messages.find(conversation.id, threadTs)) throw new SlackRefusal('invalid_thread_ts');
  return { channel: conversation.id, threadTs };
}

/** An empty status takes it away. */
export const setStatus: SlackMethod = (call) => {
  const status = call.args['status'];
  if (typeof status !== 'string') throw invalidArguments('missing required field: status');
  const messages = jsonArg(call, 'loading_messages') ?? [];
  if (!Array.isArray(messages) || messages.length > 10)
    throw invalidArguments('no more than 10 items allowed [json-pointer:/loading_messages]');
  call.state.statuses.push({ ...requireThread(call), status });
  return {};
};

export const setTitle: SlackMethod = (call) => {
  textArg(call, 'title');
  requireThread(call);
  return {};
};

/**
 * For an app with agent_view a call that names a thread is answered ok and shows nothing
 * (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts, usage info).
 */
export const setSuggestedPrompts: SlackMethod = (call) => {
  const conversation = conversationOf(call, textArg(call, 'channel_id'));
  const prompts = jsonArg(call, 'prompts');
  if (!Array.isArray(prompts) || prompts.length === 0)
    throw invalidArguments('missing required field: prompts');
  if (prompts.length > maxPrompts)
    throw invalidArguments(`no more than ${maxPrompts} items allowed [json-pointer:/prompts]`);
  const read = prompts.map((prompt) => ({
    title: isObject(prompt) ? textOf(prompt['title']) : '',
    message: isObject(prompt) ? textOf(prompt['message']) : '',
  }));
  if (read.some(({ title, message }) => title === '' || message === ''))
    throw invalidArguments('missing required field: title, message [json-pointer:/prompts]');
  if (optionalText(call, 'thread_ts') === null)
    call.state.prompts.push({
      channel: conversation.id,
      title: optionalText(call, 'title') ?? '',
      prompts: read,
    });
  return {};
};
