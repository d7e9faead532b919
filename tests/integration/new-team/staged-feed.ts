import { type FakeWebServer, startFakeWebServer } from '../../fakes/fake-web-server.ts';
import { ban, fine, listing, listingUpdate } from '../../unit/deliver/sample-reports.ts';

/** Reports of our own about events that never were: two stories, what came later of the first, and one to alert on. */
export const stages = {
  morning: [listing, fine],
  noon: [listingUpdate],
  evening: [ban],
} as const;

export type Stage = keyof typeof stages;

export interface StagedFeed {
  readonly url: string;
  /** From now on the feed holds this stage's reports too. */
  bring(stage: Stage): void;
  stop(): Promise<void>;
}

/** A feed, with the pages of its reports, to which the test adds what happened. */
export async function startStagedFeed(): Promise<StagedFeed> {
  const server = await startFakeWebServer();
  const items: string[] = [];
  serve(server, items);
  return {
    url: server.url('/feed.xml'),
    bring(stage) {
      for (const [index, { title, text }] of stages[stage].entries()) {
        const path = `/${stage}-${index + 1}`;
        server.answer(path, { headers: { 'content-type': 'text/html' }, body: pageOf(title, text) });
        items.push(`<item><title>${title}</title><link>${server.url(path)}</link>
<pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate><description>${title}</description></item>`);
      }
      serve(server, items);
    },
    stop: () => server.stop(),
  };
}

function serve(server: FakeWebServer, items: readonly string[]): void {
  server.answer('/feed.xml', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbor Wire</title><link>${server.url('/')}</link><description>Reports</description>
${items.join('\n')}
</channel></rss>`,
  });
}

function pageOf(title: string, text: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head>
<body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}
