import { expect, test } from 'vitest';
import { wait } from '../../../../adapters/system/wait.ts';

test('waiting for no time at all elapses', async () => {
  await expect(wait(0, new AbortController().signal)).resolves.toBeUndefined();
});

test('a wait ends at once when its signal is aborted', async () => {
  const stopping = new AbortController();
  const waiting = wait(3_600_000, stopping.signal);

  stopping.abort();

  await expect(waiting).rejects.toThrow();
});

test('a wait on a signal that was aborted before does not begin', async () => {
  await expect(wait(3_600_000, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});
