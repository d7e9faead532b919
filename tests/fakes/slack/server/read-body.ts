import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isObject, type JsonObject, parsedJson } from '../json.ts';

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The arguments of a call: a form's strings, or JSON's values. Null: neither. */
export function argumentsOf(contentType: string, body: string): JsonObject | null {
  if (!contentType.startsWith('application/json')) return { ...parse(body) };
  const value = body === '' ? {} : parsedJson(body);
  return isObject(value) ? value : null;
}

/** The one file of a multipart form, or the whole body when it is none. */
export async function fileOf(contentType: string, body: Buffer): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/form-data')) return new Uint8Array(body);
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  for (const [, value] of form)
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  return new Uint8Array();
}
