import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPrompt, PromptError, parsePrompt, renderPrompt } from '../../../../adapters/openai/prompt.ts';

const folder = new URL('../../../../prompts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('there are prompts to check', () => {
  expect(files).toContain('brief.md');
});

test.each(files)('%s renders with its declared slots and leaves none open', (name) => {
  const prompt = loadPrompt(new URL(name, folder).pathname);
  const values = Object.fromEntries(prompt.slots.map((slot) => [slot, `value of ${slot}`]));

  const rendered = renderPrompt(prompt, values);

  expect(rendered).not.toMatch(/\{\{|\}\}/);
  for (const value of Object.values(values)) expect(rendered).toContain(value);
});

const text = '---\nid: sample\nversion: 2\nslots: [one, two]\n---\nSay {{one}} and {{ two }}.\n';

test('a slot takes its value as text, even where it looks like a slot', () => {
  const prompt = parsePrompt(text, 'sample.md');

  expect(renderPrompt(prompt, { one: '{{two}}', two: '$&' })).toBe('Say {{two}} and $&.');
});

test('a missing slot and an unused value are errors that name it', () => {
  const prompt = parsePrompt(text, 'sample.md');

  expect(() => renderPrompt(prompt, { one: 1 })).toThrow(/sample@2 .*two/);
  expect(() => renderPrompt(prompt, { one: 1, two: 2, three: 3 })).toThrow(/sample@2 .*three/);
});

test('a body that uses other slots than it declares is refused', () => {
  expect(() => parsePrompt(text.replace('{{one}}', '{{uno}}'), 'sample.md')).toThrow(/uno/);
  expect(() => parsePrompt(text.replace('{{one}}', 'one'), 'sample.md')).toThrow(/one/);
});

test.each([
  ['no front matter', 'Say it.'],
  ['no version', text.replace('version: 2\n', '')],
  ['an unknown key', text.replace('version: 2', 'version: 2\nmodel: x')],
  ['broken YAML', text.replace('[one, two]', '[one')],
])('a file with %s is refused by its name', (_fault, broken) => {
  expect(() => parsePrompt(broken, 'sample.md')).toThrow(PromptError);
  expect(() => parsePrompt(broken, 'sample.md')).toThrow(/sample\.md/);
});

test('a file that is not there is refused by its name', () => {
  expect(() => loadPrompt('/nowhere/brief.md')).toThrow('The prompt file /nowhere/brief.md cannot be read.');
});
