import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the manifest asks Slack for. */
export interface AppManifest {
  readonly botScopes: readonly string[];
  readonly botEvents: readonly string[];
}

/** Reads `manifest.yaml` beside this file. Throws with a sentence where a list is missing. */
export function readManifest(): AppManifest {
  const manifest: unknown = parse(readFileSync(new URL('./manifest.yaml', import.meta.url), 'utf8'));
  return {
    botScopes: textsAt(manifest, ['oauth_config', 'scopes', 'bot']),
    botEvents: textsAt(manifest, ['settings', 'event_subscriptions', 'bot_events']),
  };
}

function textsAt(manifest: unknown, path: readonly string[]): readonly string[] {
  let value = manifest;
  for (const name of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new Error(`The Slack manifest has no list ${path.join('.')}. Restore adapters/slack/manifest.yaml.`);
}
