import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { ContentFilterFinishReasonError, LengthFinishReasonError } from 'openai/error';

/**
 * A sentence for people. It never repeats what the server or the SDK said: OpenAI's 401 quotes part of the key,
 * and an address may carry credentials.
 */
export function describeFailure(error: unknown, isOverdue: boolean, timeoutMs: number): string {
  if (isOverdue || error instanceof APIConnectionTimeoutError) {
    return `The model gave no answer within ${timeoutMs} ms.`;
  }
  if (error instanceof APIConnectionError) {
    return 'The model server cannot be reached; check OPENAI_BASE_URL and whether it runs.';
  }
  if (error instanceof APIError && error.status !== undefined) return describeStatus(error.status);
  if (error instanceof LengthFinishReasonError) return 'The model ran out of room before it had finished.';
  if (error instanceof ContentFilterFinishReasonError) return "The model server's content filter stopped it.";
  return 'The model answered in a shape that cannot be read.';
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403) {
    return `The model server refused access (${status}); check OPENAI_API_KEY.`;
  }
  if (status === 404) {
    return 'The model server does not know the model or the address (404); check OPENAI_MODEL and OPENAI_BASE_URL.';
  }
  if (status === 429) return 'The model server is over its rate or spending limit (429).';
  if (status >= 500) return `The model server failed (${status}).`;
  return `The model server refused the request (${status}).`;
}
