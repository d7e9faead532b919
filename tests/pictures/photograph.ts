import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's; nothing in it may ask the network for anything. */
const chromium = '/usr/bin/chromium';
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const widthPx = 784;
const heightScript = '<script>document.title = String(document.documentElement.scrollHeight)</script>';

/** Photographs a page, as high as it is, into a PNG file. */
export async function photograph(html: string, pngPath: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-pictures-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html.replace('</body>', `${heightScript}</body>`));
    const common = [...quiet, `--user-data-dir=${join(folder, 'profile')}`];
    const sized = (heightPx: number) => `--window-size=${widthPx},${heightPx}`;
    const { stdout } = await run(chromium, [...common, sized(400), '--dump-dom', `file://${page}`]);
    const heightPx = Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1] ?? 1_000);
    await run(chromium, [...common, sized(heightPx), `--screenshot=${pngPath}`, `file://${page}`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pages of a test stand on loopback; in a picture they stand where such pages would. */
export function withoutLoopback(html: string): string {
  return html.replaceAll(/127\.0\.0\.1:\d+/g, 'harbor.example');
}
