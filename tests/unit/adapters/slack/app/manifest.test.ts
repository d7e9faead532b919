import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandName } from '../../../../../adapters/slack/commands.ts';
import { eventHandlers } from '../../../../../adapters/slack/events.ts';
import { readManifest } from '../../../../../adapters/slack/read-manifest.ts';
import { compareCallbackId } from '../../../../../adapters/slack/shortcut.ts';
import { textAt, valueAt } from '../../../../../src/domain/json.ts';
import { slackMethods } from '../../../../fakes/slack/method-scopes.ts';

const manifest: unknown = parse(readFileSync('adapters/slack/manifest.yaml', 'utf8'));

/** The Web API methods that the sources call: `client.chat.postMessage(`, `apiCall('chat.postMessage'`, or a literal of its name. */
function calledMethods(): readonly string[] {
  const called = new Set<string>();
  for (const file of globSync('adapters/slack/*.ts')) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const match of code.matchAll(/(?:client\w*|\bapi)\s*\.(?<method>\w+(?:\.\w+)+)\(/g)) {
      called.add(match.groups?.['method'] ?? '');
    }
    for (const match of code.matchAll(/'(?<method>[a-z]+(?:\.\w+)+)'/g)) {
      const method = match.groups?.['method'] ?? '';
      if (slackMethods[method]) called.add(method);
    }
  }
  return [...called].sort();
}

/** The scopes that each kind of event and feature needs by itself (docs.slack.dev/reference/events). */
const scopesOfFeatures = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  slash_commands: 'commands',
};
/** Of conversations, the bot is in channels, private channels and its own direct messages. */
const readsNoKind = ['mpim:read', 'mpim:history', 'im:read', 'mpim:write', 'channels:manage', 'groups:write'];

test('the manifest asks for exactly the scopes that the methods called need', () => {
  const methods = calledMethods();
  const rules = methods.map((method) => [method, slackMethods[method]] as const);
  // A method that is not in the table of the fake is one that no test can have called.
  expect(rules.filter(([, rule]) => rule === undefined)).toEqual([]);
  expect(methods.length).toBeGreaterThan(15);
  const needed = new Set<string>(Object.values(scopesOfFeatures));
  for (const [, rule] of rules) {
    if (rule?.token !== 'bot') continue;
    const scopes = rule.scopes.filter((scope) => !readsNoKind.includes(scope));
    // Where one of several is enough, the others are there for another method or not at all.
    if (rule.byKind) for (const scope of scopes) needed.add(scope);
    else if (scopes[0]) needed.add(scopes.at(-1) ?? '');
  }

  expect([...readManifest().botScopes].sort()).toEqual([...needed].sort());
});

test('the events of the manifest are those that are handled', () => {
  const handled = Object.keys(eventHandlers).map((type) => (type === 'message' ? 'message.im' : type));

  expect([...readManifest().botEvents].sort()).toEqual(handled.sort());
});

test('the slash command and the shortcut are those that are answered', () => {
  expect(valueAt(manifest, 'features', 'slash_commands')).toEqual([
    expect.objectContaining({ command: commandName, should_escape: true }),
  ]);
  expect(valueAt(manifest, 'features', 'shortcuts')).toEqual([
    expect.objectContaining({ type: 'message', callback_id: compareCallbackId }),
  ]);
});

test('the texts are as long as Slack takes them', () => {
  const long = textAt(manifest, 'display_information', 'long_description').length;
  expect(long).toBeGreaterThanOrEqual(174);
  expect(long).toBeLessThanOrEqual(4_000);
  expect(textAt(manifest, 'display_information', 'name').length).toBeLessThanOrEqual(35);
  expect(textAt(manifest, 'display_information', 'description').length).toBeLessThanOrEqual(140);
  expect(textAt(manifest, 'features', 'agent_view', 'agent_description').length).toBeLessThanOrEqual(300);
  expect(textAt(manifest, 'features', 'shortcuts', 0, 'description').length).toBeLessThanOrEqual(150);
});

test('Socket Mode, interactivity, the Home and its messages are on', () => {
  expect(valueAt(manifest, 'settings', 'socket_mode_enabled')).toBe(true);
  expect(valueAt(manifest, 'settings', 'interactivity', 'is_enabled')).toBe(true);
  expect(valueAt(manifest, 'features', 'app_home')).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
