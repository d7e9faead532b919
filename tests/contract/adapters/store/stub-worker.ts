import { threadId } from 'node:worker_threads';
import type { StoreCall, StoreReply } from '../../../../adapters/store/store-call.ts';

/** A worker with a fault for each method: `hang`, `exit`, `fail`. Any other answers its thread and arguments. */
export function answerCall(call: StoreCall): StoreReply {
  if (call.method === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (call.method === 'exit') process.exit(1);
  if (call.method === 'fail') return { kind: 'problem', problem: 'It is broken.', detail: 'at line 1' };
  return { kind: 'done', value: { threadId, args: call.args } };
}
