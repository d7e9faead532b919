import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readIsoMoment } from '../../../src/domain/moment.ts';
import { sentencesOf } from '../../../src/domain/text/sentences.ts';

const sentence = z.string().regex(/^\p{Lu}.*\.$/u);

const noteShape = z.strictObject({
  id: z.string(),
  title: z.string().min(10),
  about: z.strictObject({
    publisher: z.string().nullable(),
    title_as_published: z.string().nullable(),
    url: z.string().nullable(),
  }),
  date: z.strictObject({
    value: z.string().nullable(),
    precision: z.enum(['day', 'month', 'year', 'unknown']),
    basis: sentence,
    certainty: z.enum(['high', 'medium', 'low']),
  }),
  lang: z.literal('en'),
  topic: z.literal('export-controls'),
  entities: z.array(z.string()).min(1),
  lists: z.array(z.string()),
  laws: z.array(z.string()),
  doubts: z.array(sentence).min(1),
  same_report_as: z.string().nullable(),
});

const folder = new URL('../../../config/corpus/', import.meta.url);
const fileNames = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const notes = fileNames.map((name) => {
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(name, folder), 'utf8')) ?? [];
  return { name, ...noteShape.parse(parse(head)), body };
});

function noteNamed(id: string) {
  const note = notes.find((candidate) => candidate.id === id);
  if (!note) throw new Error(`No note ${id}.`);
  return note;
}

test('there is a note for each of the five seed documents, named for its id', () => {
  expect(notes).toHaveLength(5);
  expect(notes.map(({ id }) => `${id}.md`)).toEqual(notes.map(({ name }) => name));
});

test('a date is as precise as it says, and no note is dated by reasoning without saying so', () => {
  for (const { id, date } of notes) {
    expect(readIsoMoment(date.value, 'given').precision, id).toBe(date.precision);
    if (date.precision === 'month') expect(date.basis, id).toMatch(/^Inferred\. /);
  }
});

test('the clock of a page dates no note', () => {
  const note = noteNamed('chip-and-jet-engine-proposals');

  expect(note.date.value).toBe('2020-02');
  expect(note.doubts.join(' ')).toContain('02 March 2021');
});

test('the mistranslated office of Mao Ning is put right and told as a doubt', () => {
  const note = noteNamed('license-halt-technological-hegemony');

  expect(note.body).toContain("Mao Ning, who speaks for China's Foreign Ministry");
  expect(note.body).not.toContain('State Department');
  expect(note.doubts.join(' ')).toContain('State Department spokesman');
});

test('two notes on one report name each other', () => {
  const paired = notes.filter(({ same_report_as: other }) => other !== null);

  expect(paired).toHaveLength(2);
  for (const { id, same_report_as: other } of paired) {
    expect(noteNamed(other ?? '').same_report_as).toBe(id);
  }
});

test('a body is 8 to 15 short sentences that say whose statement they are', () => {
  for (const { id, body } of notes) {
    const sentences = sentencesOf(body);

    expect(sentences.length, id).toBeGreaterThanOrEqual(8);
    expect(sentences.length, id).toBeLessThanOrEqual(15);
    for (const text of sentences) {
      expect(text.split(' ').length, text).toBeLessThanOrEqual(36);
      expect(text).toMatch(/according to|the report|is (?:also )?reported as/i);
    }
  }
});

test('no note quotes: its words are ours', () => {
  for (const { id, body } of notes) expect(body, id).not.toMatch(/["“”„]/);
});

test('the entities of a note are entities of the topic', () => {
  const topic = parse(readFileSync(new URL('../topics/export-controls.yaml', folder), 'utf8'));
  const known = topic.entities.map(({ id }: { id: string }) => id);

  for (const { entities } of notes) expect(known).toEqual(expect.arrayContaining(entities));
});
