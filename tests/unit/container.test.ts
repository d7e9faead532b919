import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const stages = dockerfile.split(/^FROM /m).slice(1);
const finalStage = stages.at(-1) ?? '';

/** What the final stage takes from the project itself. */
const copied = [...finalStage.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, paths = '']) =>
  paths.split(/\s+/).slice(0, -1),
);

/** Every top-level path that the program reads when it runs: its code, and the data beside it. */
const read = ['src', 'adapters', 'prompts', 'config', 'package.json', 'package-lock.json'];

test('the image holds every path that the program reads, and no tests', () => {
  expect(copied).toEqual(expect.arrayContaining(read));
  expect(copied.filter((path) => /test|docs|^\.$|\*/.test(path))).toEqual([]);
});

test('no program file reads beside the paths that the image holds', () => {
  const files = globSync(['src/**/*.{ts,mjs}', 'adapters/**/*.ts', 'config/*.ts']);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const urls = texts.flatMap((text) => [
    ...text.matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g),
  ]);
  const strangers = urls
    .map(([, path = '']) => path.replace(/^(?:\.\.?\/)+/, '').split('/')[0] ?? '')
    .filter((top) => ['tests', 'docs', 'scripts'].includes(top));

  expect(files.length).toBeGreaterThan(100);
  expect(strangers).toEqual([]);
});

test('.dockerignore lets through what is copied and nothing else', () => {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n');
  const admitted = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

  expect(lines).toContain('*');
  expect(admitted.sort()).toEqual([...copied].sort());
});

test('the image is installed from the lockfile without development packages', () => {
  expect(stages[0]).toMatch(/^COPY package\.json package-lock\.json \.\/$/m);
  expect(stages[0]).toContain('npm ci --omit=dev');
  expect(finalStage).not.toMatch(/npm (?:install|ci)/);
});

test('both stages are the Node that the project asks for, in its small form', () => {
  expect(stages.map((stage) => stage.split(/\s/)[0])).toEqual([
    'node:24-bookworm-slim',
    'node:24-bookworm-slim',
  ]);
});

test('the bot runs as nobody in particular, keeps its data in a volume, and tells how it is', () => {
  expect(finalStage).toMatch(/^USER node$/m);
  expect(finalStage).toMatch(/^VOLUME \/data$/m);
  expect(finalStage).toMatch(/WIREWATCH_DATA=\/data/);
  expect(finalStage).toMatch(/^HEALTHCHECK /m);
  expect(finalStage).toMatch(/^ENTRYPOINT \["node", "src\/launch\.mjs"\]$/m);
});

test('compose adds a named volume, a restart policy, a health check and a root file system that is read-only', () => {
  const compose = parse(readFileSync('compose.yaml', 'utf8'));
  const service = compose.services.wirewatch;

  expect(Object.keys(compose.volumes)).toEqual(['data']);
  expect(service).toMatchObject({ restart: 'unless-stopped', read_only: true, volumes: ['data:/data'] });
  expect(finalStage).toContain(JSON.stringify(service.healthcheck.test.at(-1)));
});
