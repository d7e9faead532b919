import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type DemoFeed, readNewsroom } from './read-newsroom.ts';
import { type RenderedFile, renderFeed } from './render-feeds.ts';
import { renderArticlePage, renderHomePage } from './render-pages.ts';

export interface RunningNewsroom {
  readonly port: number;
  /** Ends open connections as well; done when the port is free. */
  stop(): Promise<void>;
}

type Site = ReadonlyMap<string, RenderedFile>;

const relatedPerPage = 3;

/**
 * Serves the newsroom in `dir` (`newsroom.yaml`, `articles/`) on a free port of 127.0.0.1: its feeds at their
 * paths, a page for each article, and a list of all at `/`. Throws when the folder cannot be read.
 */
export async function startNewsroom(dir: string): Promise<RunningNewsroom> {
  const feeds = await readNewsroom(dir);
  // The links need the port, so the site is rendered once the port is known.
  let site: Site = new Map();
  const server = createServer((request, response) => answer(site, request, response));
  const port = await listen(server);
  site = renderSite(feeds, `http://127.0.0.1:${port}`);
  return { port, stop: () => stop(server) };
}

function renderSite(feeds: readonly DemoFeed[], origin: string): Site {
  const site = new Map<string, RenderedFile>();
  const addPage = (path: string, body: string) =>
    site.set(path, { contentType: 'text/html; charset=utf-8', body });
  addPage('/', renderHomePage(feeds));
  for (const feed of feeds) {
    site.set(feed.path, renderFeed(feed, origin));
    for (const article of feed.articles) {
      const related = feed.articles.filter((other) => other !== article).slice(0, relatedPerPage);
      addPage(pathOf(article.path), renderArticlePage(article, related, origin));
    }
  }
  return site;
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = site.get(pathOf(request.url ?? '/'));
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const body = Buffer.from(file.body);
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': body.length, etag });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path without its query: tracking parameters lead to the same page. */
function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? '/';
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sample newsroom has no port.');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
