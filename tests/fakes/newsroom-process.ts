import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectDir } from './command-line.ts';

const script = join(projectDir, '..', 'shared', 'newsroom', 'serve.mjs');

/** The newsroom of real articles lies beside the project, where it is there at all: its texts are not ours to ship. */
export const newsroomIsThere = existsSync(script);
export const newsroomIsAbsent = '../shared/newsroom is absent: nothing to read from';

/** The same articles with their labels, one JSON object a line. */
export const labelledArticles = join(projectDir, '..', 'shared', 'eval', 'dev', 'articles.jsonl');
/** What `/feeds/live.xml` shows, item by item. */
export const liveItems = join(projectDir, '..', 'shared', 'newsroom', 'feeds', 'live.items.json');

export interface NewsroomProcess {
  url(path: string): string;
  stop(): Promise<void>;
}

/** Starts the newsroom on a free loopback port. `liveStep`: items more in `/feeds/live.xml` after each read. */
export async function startNewsroomProcess(options: { readonly liveStep: number }): Promise<NewsroomProcess> {
  const args = [script, '--port', '0', '--quiet', '--live-step', String(options.liveStep)];
  const child = spawn(process.execPath, args, { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const [first] = await once(lines, 'line');
  const { port } = JSON.parse(first);
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
