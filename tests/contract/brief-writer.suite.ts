import { expect, test } from 'vitest';
import type { BriefWriter } from '../../src/ports/brief-writer.ts';
import { makeMaterial, makeSources } from '../unit/domain/grounding/material.ts';

const contractMaterial = makeMaterial(
  makeSources([
    'The Harbor Authority on Monday extended the export waiver for Tessel Optics until May 15.',
    'The waiver covers 40 types of lasers worth about $12 million a year.',
    'A spokeswoman said the firm had withdrawn its appeal against the earlier decision.',
  ]),
  { maxSentences: 2 },
);

/** What every brief writer keeps to. `makeWriter` answers a writer that can write now, and how to end it. */
export function describeBriefWriter(
  name: string,
  makeWriter: () => Promise<{ writer: BriefWriter; stop: () => Promise<void> }>,
): void {
  test(`${name}: every sentence rests on sentences that exist, and there are not too many`, async () => {
    const { writer, stop } = await makeWriter();

    const outcome = await writer.write(contractMaterial);
    await stop();

    const numbers = contractMaterial.sentences.map(({ number }) => number);
    expect(outcome.kind).toBe('written');
    const sentences = outcome.kind === 'written' ? outcome.sentences : [];
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(contractMaterial.maxSentences);
    for (const { text, restsOn } of sentences) {
      expect(text).not.toBe('');
      expect(restsOn.length).toBeGreaterThan(0);
      expect(numbers).toEqual(expect.arrayContaining([...restsOn]));
    }
  });

  test(`${name}: says who wrote, with a version`, async () => {
    const { writer, stop } = await makeWriter();

    const outcome = await writer.write(contractMaterial);
    await stop();

    expect(outcome).toMatchObject({ writer: expect.stringMatching(/[/@]\d+$/) });
  });

  test(`${name}: material without a sentence is an outcome and not a throw`, async () => {
    const { writer, stop } = await makeWriter();

    const outcome = await writer.write({ ...contractMaterial, sentences: [] });
    await stop();

    expect(['written', 'unavailable']).toContain(outcome.kind);
  });
}
