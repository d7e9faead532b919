import { join } from 'node:path';
import { startNewsroom } from '../../adapters/demo/newsroom-server.ts';
import { projectDir } from '../fakes/command-line.ts';
import { newsroomIsThere, startNewsroomProcess } from '../fakes/newsroom-process.ts';
import type { Feed } from '../integration/bot-folder.ts';

const realFeeds = ['wire-fulltext.xml', 'wire-summaries.xml', 'atom-relative.xml', 'desk.json'];
const oddFeeds = ['malformed.xml', 'chinese-gb18030.xml', 'world.xml'];
const demoFeeds = ['register-desk.atom', 'harbor-wire.xml', 'trade-counsel-notes.xml', 'chip-ledger.json'];

/** Feeds to read in a bench: of real articles where they are there, else the sample newsroom. */
export interface Newsroom {
  readonly name: string;
  readonly feeds: readonly Feed[];
  stop(): Promise<void>;
}

export async function openNewsroom(): Promise<Newsroom> {
  if (newsroomIsThere) {
    const { url, stop } = await startNewsroomProcess({ liveStep: 1 });
    return { name: '../shared/newsroom', feeds: feedsAt(url, [...realFeeds, ...oddFeeds]), stop };
  }
  const { port, stop } = await startNewsroom(join(projectDir, 'config', 'demo'));
  return {
    name: 'config/demo',
    feeds: feedsAt((path) => `http://127.0.0.1:${port}${path}`, demoFeeds),
    stop,
  };
}

function feedsAt(url: (path: string) => string, files: readonly string[]): readonly Feed[] {
  return files.map((file) => ({ url: url(`/feeds/${file}`), name: file }));
}
