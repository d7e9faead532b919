import { type FakeWebServer, startFakeWebServer } from '../fakes/fake-web-server.ts';

/** Texts of our own about events that never were, one story each, and one that is off the topic. */
export const sampleItems = [
  {
    id: 'entity-list',
    title: 'Commerce Department adds 12 chip makers to the Entity List',
    text: 'The Commerce Department added 12 Chinese chip makers to the Entity List on Tuesday, so that their American suppliers need an export license. The makers supplied Huawei, the Bureau of Industry and Security said. The export controls take effect on December 1, 2026, and exports under way may go on until then.',
  },
  {
    id: 'fine',
    title: 'Toolmaker pays $45 million for exports to Huawei without a license',
    text: 'A maker of test equipment will pay a penalty of $45 million for 31 shipments to Huawei without an export license, the Bureau of Industry and Security said on Wednesday. The shipments left Oregon between 2021 and 2023. The company has named a compliance officer and accepts two audits of its export controls.',
  },
  {
    id: 'garden',
    title: 'How to keep tomatoes through a wet summer',
    text: 'Tomatoes that stand under a roof stay dry and healthy through a wet summer. Water them at the foot in the morning, cut the lowest leaves, and let the air pass between the plants. Those who sow in March may pick from July on, if the nights are warm.',
  },
] as const;

export const tellableStories = 2;

/** Serves the sample items as one feed at `/feed.xml`. */
export async function startSampleFeed(): Promise<FakeWebServer> {
  const server = await startFakeWebServer();
  const items = sampleItems.map(
    ({ id, title, text }, index) => `<item><title>${title}</title><guid isPermaLink="false">${id}</guid>
<pubDate>Tue, 0${3 + index} Nov 2026 09:00:00 GMT</pubDate><description>${text}</description></item>`,
  );
  server.answer('/feed.xml', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Sample</title><link>${server.url('/')}</link><description>Three items</description>
${items.join('\n')}
</channel></rss>`,
  });
  return server;
}
