import { isObject, type JsonObject, textOf } from '../json.ts';
import { blockProblems, type KnowsFile } from './check-blocks.ts';

/** Slack's code, with what stands in response_metadata.messages. */
export interface PayloadRefusal {
  readonly error: string;
  readonly messages: readonly string[];
}

/** docs.slack.dev/reference/methods/chat.postMessage: longer text is refused. */
const maxTextChars = 40_000;
/** Documented nowhere; bolt-js issue 2509 measured 13,172 to 13,297 characters of JSON, so that 12,000 is safe. */
const maxBlocksChars = 12_000;

/** What Slack would refuse a message for: its text, blocks and metadata. Null: it takes it. */
export function messageRefusal(payload: JsonObject, knowsFile?: KnowsFile): PayloadRefusal | null {
  const { blocks, metadata } = payload;
  const text = textOf(payload['text']);
  if (blocks !== undefined && !(Array.isArray(blocks) && blocks.every(isObject)))
    return { error: 'invalid_blocks_format', messages: [] };
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (text.trim() === '' && !hasBlocks) return { error: 'no_text', messages: [] };
  if (text.length > maxTextChars) return { error: 'msg_too_long', messages: [] };
  if (metadata !== undefined && !isMetadata(metadata))
    return { error: 'invalid_metadata_format', messages: [] };
  return hasBlocks ? blocksRefusal(blocks, knowsFile) : null;
}

function blocksRefusal(blocks: readonly unknown[], knowsFile?: KnowsFile): PayloadRefusal | null {
  const problems = blockProblems(blocks, 'message', '/blocks', knowsFile);
  if (problems.length > 0)
    return { error: 'invalid_blocks', messages: problems.map((problem) => `[ERROR] ${problem}`) };
  return JSON.stringify(blocks).length > maxBlocksChars
    ? { error: 'msg_blocks_too_long', messages: [] }
    : null;
}

/** An empty object takes the metadata away (chat.update). */
function isMetadata(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (Object.keys(value).length === 0) return true;
  return textOf(value['event_type']) !== '' && isObject(value['event_payload']);
}
