import type { IncomingMessage } from 'node:http';
import { isJson } from '../validate/fields.ts';
import { refuse } from './api-error.ts';

export interface ReadBody {
  readonly rawBody: unknown;
  readonly fileCount: number;
}

/** JSON, or a form with `payload_json` and files; `null` where nothing came. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { rawBody: null, fileCount: 0 };
  if (!type.startsWith('multipart/form-data'))
    return { rawBody: parsed(bytes.toString('utf8')), fileCount: 0 };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const fileCount = [...form.values()].filter((value) => typeof value !== 'string').length;
  return { rawBody: typeof payload === 'string' ? parsed(payload) : {}, fileCount };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) || isJson(value)) return value;
  } catch {
    // Said below, as Discord says it of a text that is no JSON and of JSON that is no body.
  }
  throw refuse('invalidJson');
}
