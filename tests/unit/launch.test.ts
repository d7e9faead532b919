import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Plain JavaScript has no types; this is what it exports. */
interface LaunchVersion {
  versionProblem(version: string, hasOwnNode: boolean): string | null;
}

const launchVersion = new URL('../../src/launch-version.mjs', import.meta.url);
const { versionProblem }: LaunchVersion = await import(launchVersion.href);
const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
const neededVersion = engines.node.replace('>=', '');

const tooOld = ['v12.22.12', 'v18.20.4', 'v20.20.2', 'v22.22.0', 'v24.0.0', 'v24.11.9', '24.11.1'];

test.each(tooOld)('says of %s in words which Node package.json asks for and which one this is', (version) => {
  const problem = versionProblem(version, false);

  expect(problem).toContain(`needs Node ${neededVersion}.0 or later`);
  expect(problem).toContain(`this is Node ${version.replace('v', '')}`);
});

const newEnough = ['v24.12.0', 'v24.21.0', 'v25.0.0', 'v26.1.0', 'v24.12.1-nightly20260101', 'v100.0.0'];

test.each(newEnough)('has nothing against %s', (version) => {
  expect(versionProblem(version, false)).toBe(null);
});

test('points to the Node of the project where there is one, and says how to get it where there is none', () => {
  expect(versionProblem('v20.0.0', true)).toContain('npm start');
  expect(versionProblem('v20.0.0', false)).toContain('npm ci');
});

// Optional chaining, nullish coalescing, logical assignment, private names and top-level await: a Node that cannot
// parse them would end with a syntax error in place of the sentence.
const tooNewForNode12 = /\?\.(?!\d)|\?\?|\|\|=|&&=|\.#|^\s*#[a-z]|^(?:const .*= )?await\b|: string|: number/m;

test.each(['src/launch.mjs', 'src/launch-version.mjs'])('%s is written so that Node 12 parses it', (file) => {
  const code = readFileSync(file, 'utf8').replace(/^#!.*$/m, '');

  expect(code).not.toMatch(tooNewForNode12);
});

test('the launcher loads TypeScript only after it has looked at the version', () => {
  const code = readFileSync('src/launch.mjs', 'utf8');

  expect(code).not.toMatch(/^import .*\.ts/m);
  expect(code.indexOf('versionProblem(')).toBeLessThan(code.indexOf("import('./cli.ts')"));
});
