import type { IncomingMessage, ServerResponse } from 'node:http';
import { objectOf, parsedJson } from '../json.ts';
import type { SlackState } from '../state.ts';
import { approveApp, nextInstaller } from './oauth-page.ts';
import { bytesOf, fileOf } from './read-body.ts';
import { reply } from './reply.ts';
import { answerResponseUrl } from './response-urls.ts';
import { serveMethod } from './serve-method.ts';

/** Everything over HTTP: methods, response_urls, uploads, and the page of OAuth. */
export async function route(
  state: SlackState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/'))
    return serveMethod(state, pathname.slice('/api/'.length), request, response);
  if (pathname.startsWith('/actions/')) return serveResponseUrl(state, pathname, request, response);
  if (pathname.startsWith('/upload/v1/')) return serveUpload(state, pathname, request, response);
  if (pathname === '/oauth/v2/authorize') return servePage(state, request.url ?? '', response);
  return reply(response, { status: 404, headers: {}, body: { ok: false, error: 'not_found' } });
}

async function serveResponseUrl(
  state: SlackState,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = objectOf(parsedJson((await bytesOf(request)).toString('utf8')));
  const { status, error } = answerResponseUrl(state, path, body, state.settings.nowMs());
  reply(response, { status, headers: {}, body: error === null ? { ok: true } : { ok: false, error } });
}

/** `OK - 12`, as Slack confirms the bytes that came. */
async function serveUpload(
  state: SlackState,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await fileOf(request.headers['content-type'] ?? '', await bytesOf(request));
  const upload = state.uploads.get(path.split('/').at(-1) ?? '');
  if (!upload) return reply(response, { status: 404, headers: {}, body: { ok: false, error: 'not_found' } });
  state.uploads.set(upload.fileId, { ...upload, bytes });
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(`OK - ${bytes.length}`);
}

function servePage(state: SlackState, url: string, response: ServerResponse): void {
  try {
    response.writeHead(302, { location: approveApp(state, url, nextInstaller(state)) });
    response.end();
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end(error instanceof Error ? error.message : String(error));
  }
}
