import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

// Who may import whom: the table of the house, deny by default. Biome says the same in the editor, as a deny list;
// this test is the one that cannot be passed by a folder that nobody thought of.

interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** `from` is a path, `to` a path within the project, a package name or a `node:` builtin. */
type Rule = (to: string, isTypeOnly: boolean, from: string) => boolean;

const rooms = ['collect', 'deliver', 'ask', 'watch'];
const isIn = (path: string, ...folders: readonly string[]) =>
  folders.some((folder) => path.startsWith(`${folder}/`));
const isOurs = (path: string) => isIn(path, 'src', 'adapters', 'config', 'tests', 'prompts');
const firstTwo = (path: string) => path.split('/').slice(0, 2).join('/');

/** The first rule whose pattern fits the importing file decides. */
const table: readonly (readonly [RegExp, Rule])[] = [
  [/^src\/domain\//, (to) => isIn(to, 'src/domain')],
  [/^src\/ports\//, (to) => isIn(to, 'src/domain')],
  [
    /^src\/(?:collect|deliver|ask|watch)\//,
    (to, _, from) => isIn(to, 'src/domain', 'src/ports', firstTwo(from)),
  ],
  [
    /^src\/commands\//,
    (to, isTypeOnly) =>
      to === 'zod' ||
      isIn(to, 'src/domain', 'src/ports', 'src/commands') ||
      (isTypeOnly && isIn(to, ...rooms.map((room) => `src/${room}`))),
  ],
  [/^adapters\/[^/]+\//, (to, _, from) => !isOurs(to) || isIn(to, 'src/domain', 'src/ports', firstTwo(from))],
  [/^config\//, (to) => !isOurs(to) || isIn(to, 'src/domain', 'config')],
  [/^src\/launch(?:-version)?\.mjs$/, (to) => isIn(to, 'src') || to.startsWith('node:')],
  [/^src\/(?:assemble|cli)\//, () => true],
  [/^src\/(?:assemble|main|cli)\.ts$/, () => true],
];

/** A sentence for each import that the table does not allow. */
function violations(from: string, text: string): readonly string[] {
  const rule = table.find(([pattern]) => pattern.test(from))?.[1] ?? (() => false);
  return importsOf(text).flatMap(({ specifier, isTypeOnly }) => {
    const to = specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier;
    return rule(to, isTypeOnly, from) ? [] : [`${from} may not import ${to}`];
  });
}

/** Static imports, re-exports and dynamic imports, from the text without comments. */
function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = /^\s*(?:import|export)\s(?<names>[^'";]*?)\bfrom\s*['"](?<from>[^'"]+)['"]/gm;
  const bare = /^\s*import\s*['"](?<from>[^'"]+)['"]/gm;
  const dynamic = /\b(?:import|require)\(\s*['"`](?<from>[^'"`]+)['"`]/g;
  return [statements, bare, dynamic].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      specifier: match.groups?.['from'] ?? '',
      isTypeOnly: /^type\s/.test(match.groups?.['names'] ?? ''),
    })),
  );
}

const files = globSync(['src/**/*.{ts,mjs}', 'adapters/**/*.{ts,mjs}', 'config/*.{ts,mjs}']);

test('every import is one that the table of the house allows', () => {
  const imports = files.flatMap((file) => importsOf(readFileSync(file, 'utf8')));

  expect(files.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([]);
  // An empty run proves nothing.
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(files.length);
});

test('every file under src, adapters and config has a rule', () => {
  expect(files.filter((file) => !table.some(([pattern]) => pattern.test(file)))).toEqual([]);
});

test('no file is longer than 200 lines that hold something', () => {
  const ours = [...files, ...globSync('tests/{unit,contract,integration,fakes,bench}/**/*.ts')];
  const lengths = ours.map((file) => ({
    file,
    lines: readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim()).length,
  }));

  expect(lengths.filter(({ lines }) => lines > 200)).toEqual([]);
});

const forbidden = [
  ['src/domain/story.ts', "import { z } from 'zod';"],
  ['src/domain/story.ts', "import { readFileSync } from 'node:fs';"],
  ['src/domain/text/tokens.ts', "import type { Log } from '../../ports/log.ts';"],
  ['src/ports/log.ts', "import type { Clock } from './clock.ts';"],
  ['src/collect/poll.ts', "import { digest } from '../deliver/digest.ts';"],
  ['src/collect/poll.ts', "import { createLog } from '../../adapters/system/pino-log.ts';"],
  ['src/collect/poll.ts', "export { rank } from '../deliver/rank.ts';"],
  ['src/deliver/digest.ts', "import 'pino';"],
  ['src/ask/answer.ts', "const { rank } = await import('../deliver/rank.ts');"],
  ['src/commands/digest.ts', "import { digest } from '../deliver/digest.ts';"],
  ['src/commands/digest.ts', "import {\n  digest,\n} from '../deliver/digest.ts';"],
  ['adapters/slack/app.ts', "import { limits } from '../discord/limits.ts';"],
  ['adapters/slack/app.ts', "import type { Digest } from '../../src/deliver/digest.ts';"],
  ['adapters/slack/app.ts', "import { loadConfig } from '../../config/load-config.ts';"],
  ['config/load-config.ts', "import { createSchedule } from '../adapters/cron/cron-schedule.ts';"],
  ['config/load-config.ts', "import type { Log } from '../src/ports/log.ts';"],
  ['src/launch.mjs', "import pino from 'pino';"],
  ['src/newroom/thing.ts', "import type { Story } from '../domain/story.ts';"],
] as const;

test.each(forbidden)('the check complains when %s has %j', (from, text) => {
  expect(violations(from, text)).toHaveLength(1);
});

const allowed = [
  ['src/collect/poll.ts', "import type { Log } from '../ports/log.ts';\nimport { rank } from './rank.ts';"],
  ['src/commands/digest.ts', "import type { Digest } from '../deliver/digest.ts';"],
  ['adapters/slack/app.ts', "import bolt from '@slack/bolt';\nimport { limits } from './limits.ts';"],
  ['src/assemble/store.ts', "import { openStore } from '../../adapters/store/open.ts';"],
  ['src/domain/story.ts', "// import { z } from 'zod';\nexport interface Story {}"],
] as const;

test.each(allowed)('the check is content when %s has %j', (from, text) => {
  expect(violations(from, text)).toEqual([]);
});
