import { LLMock } from '@copilotkit/aimock';
import { createOpenAiWriter } from '../../../../adapters/openai/openai-writer.ts';
import { loadPrompt } from '../../../../adapters/openai/prompt.ts';
import type { BriefWriter } from '../../../../src/ports/brief-writer.ts';

export const testKey = 'sk-secret-key-of-the-tests';

/** A model server on loopback that answers every request with `content`. Stop it with `await using`. */
export async function startModelServer(content: string, options: { latencyMs?: number } = {}) {
  const server = new LLMock({
    port: 0,
    host: '127.0.0.1',
    ...(options.latencyMs === undefined ? {} : { chaos: { latencyMs: options.latencyMs } }),
  });
  server.addFixture({ match: { predicate: () => true }, response: { content } });
  await server.start();
  return { server, [Symbol.asyncDispose]: () => server.stop() };
}

/** The answer of a model that keeps to the schema. */
export function answer(...sentences: readonly (readonly [text: string, ...restsOn: number[]])[]): string {
  return JSON.stringify({ sentences: sentences.map(([text, ...rests_on]) => ({ text, rests_on })) });
}

export function writerAt(
  serverUrl: string,
  options: { timeoutMs?: number; maxRetries?: number } = {},
): BriefWriter {
  return createOpenAiWriter({
    apiKey: testKey,
    baseUrl: `${serverUrl}/v1`,
    model: 'small-model',
    timeoutMs: options.timeoutMs ?? 5_000,
    maxRetries: options.maxRetries ?? 0,
    readPrompt: () => loadPrompt(new URL('../../../../prompts/brief.md', import.meta.url).pathname),
  });
}
