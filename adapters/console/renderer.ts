import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import { renderConsole } from './render.ts';

/** One payload `{key, text}`, without color: what the journal keeps. */
export const consoleRenderer: PayloadRenderer = {
  platform: 'console',
  render: (document, { key, mentions, language }) => [
    { key, text: renderConsole(document, { color: false, mentions, language }) },
  ],
};
