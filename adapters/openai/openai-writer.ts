import { randomBytes } from 'node:crypto';
import OpenAI, { OpenAIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { ZodError, z } from 'zod';
import type { BriefMaterial, DraftSentence } from '../../src/domain/brief.ts';
import type { BriefWriter, WriteOutcome } from '../../src/ports/brief-writer.ts';
import { describeFailure } from './describe-failure.ts';
import { type Prompt, renderPrompt } from './prompt.ts';
import { renderSources } from './render-sources.ts';

export interface OpenAiWriterOptions {
  /** `null` for a server that asks for none. */
  readonly apiKey: string | null;
  /** With its version path (`http://127.0.0.1:11434/v1`); `null` for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** Deadline for the whole request with its retry. */
  readonly timeoutMs: number;
  /** 0 or 1, 1 when not given: the extractive writer stands by, so a second retry would only delay it. */
  readonly maxRetries?: number;
  /** Called once, when the writer is made. */
  readonly readPrompt: () => Prompt;
}

const openAiUrl = 'https://api.openai.com/v1';

/** Every field required and nothing optional: the strict mode of structured outputs asks for it. */
const answerShape = z.object({
  sentences: z.array(z.object({ text: z.string(), rests_on: z.array(z.int()) })),
});

/**
 * Lets a model behind the OpenAI chat API write. It gets the sentences as data, no tools and no secrets; what it
 * answers is a draft that the gate decides on. All that a model or its server does wrong is `unavailable`.
 */
export function createOpenAiWriter(options: OpenAiWriterOptions): BriefWriter {
  const prompt = options.readPrompt();
  const writer = `openai:${options.model}/${prompt.id}@${prompt.version}`;
  const client = createClient(options);

  async function write(material: BriefMaterial): Promise<WriteOutcome> {
    if (material.sentences.length === 0) {
      return { kind: 'unavailable', problem: 'The story has no sentence to write from.' };
    }
    const deadline = AbortSignal.timeout(options.timeoutMs);
    try {
      const sentences = await ask(client, options.model, messagesOf(prompt, material), deadline);
      return sentences
        ? { kind: 'written', sentences: sentences.slice(0, material.maxSentences), writer }
        : { kind: 'unavailable', problem: 'The model declined to write.' };
    } catch (error) {
      if (!deadline.aborted && !isModelFailure(error)) throw error;
      return { kind: 'unavailable', problem: describeFailure(error, deadline.aborted, options.timeoutMs) };
    }
  }
  return { write };
}

/** Everything that the SDK would else take from the environment is given, so that configuration has one place. */
function createClient({ apiKey, baseUrl, timeoutMs, maxRetries = 1 }: OpenAiWriterOptions): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl ?? openAiUrl,
    timeout: timeoutMs,
    maxRetries: Math.min(Math.max(maxRetries, 0), 1),
    logLevel: 'off',
  });
}

function messagesOf(prompt: Prompt, material: BriefMaterial) {
  const mark = `[${randomBytes(6).toString('hex')}]`;
  const instructions = renderPrompt(prompt, {
    language: material.lang,
    max_sentences: material.maxSentences,
    mark,
  });
  return [
    { role: 'system' as const, content: instructions },
    { role: 'user' as const, content: renderSources(material, mark) },
  ];
}

/** The drafts, or `null` where the model refuses. Throws what the SDK, JSON and the schema throw. */
async function ask(
  client: OpenAI,
  model: string,
  messages: ReturnType<typeof messagesOf>,
  signal: AbortSignal,
): Promise<readonly DraftSentence[] | null> {
  const completion = await client.chat.completions.parse(
    { model, messages, response_format: zodResponseFormat(answerShape, 'brief') },
    { signal },
  );
  const answer = completion.choices[0]?.message.parsed;
  return answer?.sentences.map(({ text, rests_on }) => ({ text, restsOn: rests_on })) ?? null;
}

function isModelFailure(error: unknown): boolean {
  return error instanceof OpenAIError || error instanceof SyntaxError || error instanceof ZodError;
}
