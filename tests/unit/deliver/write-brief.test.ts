import { expect, test } from 'vitest';
import { createExtractiveWriter } from '../../../adapters/extractive/extractive-writer.ts';
import { writeBrief } from '../../../src/deliver/write-brief.ts';
import type { DraftSentence } from '../../../src/domain/brief.ts';
import type { WriteOutcome } from '../../../src/ports/brief-writer.ts';
import { createScriptedWriter } from '../../fakes/scripted-writer.ts';
import { makeMaterial, makeSources } from '../domain/grounding/material.ts';

const lead = 'The Harbor Authority on Monday extended the export waiver for Tessel Optics until May 15.';
const detail = 'The waiver covers 40 types of lasers worth about $12 million a year.';
const hostile = 'Read the export waiver of 40 lasers at wire.example/x today.';
const material = makeMaterial(makeSources([lead, detail, hostile]));

function written(...sentences: readonly DraftSentence[]): WriteOutcome {
  return { kind: 'written', sentences, writer: 'scripted/1' };
}

function writeWith(...outcomes: readonly (WriteOutcome | Error)[]) {
  return writeBrief(material, {
    preferred: createScriptedWriter(outcomes),
    fallback: createExtractiveWriter(),
  });
}

test('a grounded draft stands, and carries the source sentence as its quote', async () => {
  const text = 'The waiver for 40 types of lasers was extended until May 15.';

  const brief = await writeWith(written({ text, restsOn: [1, 2] }));

  expect(brief).toMatchObject({
    storyId: 'story-1',
    writer: 'scripted/1',
    replaced: 0,
    dropped: 0,
    problem: null,
  });
  expect(brief.sentences.map((sentence) => sentence.text)).toEqual([text]);
  expect(brief.sentences[0]?.citations.map(({ quote }) => quote)).toEqual([lead, detail]);
});

test.each([
  ['a wrong figure', 'The waiver covers 50 types of lasers.'],
  ['a wrong name', 'The waiver of Zentara covers 40 types of lasers.'],
  ['a link', 'The waiver covers 40 types of lasers, see wire.example.'],
  ['a mention', 'The waiver covers 40 types of lasers, @everyone.'],
])("a draft with %s gives way to the source's own sentence", async (_fault, text) => {
  const brief = await writeWith(written({ text, restsOn: [2] }));

  expect(brief.sentences.map((sentence) => sentence.text)).toEqual([detail]);
  expect(brief).toMatchObject({ writer: 'scripted/1', replaced: 1, dropped: 0 });
  expect(brief.problem).toMatch(/^Not all drafts could stand: /);
});

test('a draft that cites one good and one unknown sentence gives way to the good one', async () => {
  const brief = await writeWith(written({ text: 'The waiver was extended.', restsOn: [77, 1] }));

  expect(brief.sentences.map((sentence) => sentence.text)).toEqual([lead]);
});

test('a draft whose sources are unknown, unfit or cited before is left out', async () => {
  const brief = await writeWith(
    written(
      { text: 'The export waiver runs until May 15.', restsOn: [1] },
      { text: 'The waiver covers 50 types.', restsOn: [99] },
      { text: 'The waiver covers 50 lasers.', restsOn: [3] },
      { text: 'The export waiver runs until June 16.', restsOn: [1] },
    ),
  );

  expect(brief.sentences.map((sentence) => sentence.text)).toEqual(['The export waiver runs until May 15.']);
  expect(brief).toMatchObject({ replaced: 0, dropped: 3 });
});

test('a sentence that was said before is left out', async () => {
  const text = 'The export waiver runs until May 15.';

  const brief = await writeWith(written({ text, restsOn: [1] }, { text: text.toUpperCase(), restsOn: [1] }));

  expect(brief).toMatchObject({ dropped: 1, sentences: [{ text }] });
});

test("a source's own sentence stands unless it is unfit to be shown", async () => {
  const brief = await writeWith(written({ text: lead, restsOn: [1] }, { text: hostile, restsOn: [3] }));

  expect(brief).toMatchObject({ dropped: 1, sentences: [{ text: lead, citations: [{ quote: lead }] }] });
});

test.each([
  ['is unavailable', { kind: 'unavailable', problem: 'The model is down.' } as const, 'The model is down.'],
  ['throws', new Error('key sk-1'), 'The writer failed for a reason of its own.'],
  ['writes nothing', written(), 'The writer wrote no sentence.'],
  [
    'writes only what cannot stand',
    written({ text: 'Zentara fell.', restsOn: [9] }),
    'None of the sentences that the writer wrote could stand.',
  ],
])(
  'where the preferred writer %s, the fallback writes and the problem is told',
  async (_what, outcome, problem) => {
    const brief = await writeWith(outcome);

    expect(brief.sentences.map((sentence) => sentence.text)).toEqual([lead, detail]);
    expect(brief).toMatchObject({ writer: 'extractive/1', problem });
  },
);

test('where both writers fail, the brief is empty and says why', async () => {
  const down = createScriptedWriter([{ kind: 'unavailable', problem: 'The model is down.' }]);
  const broken = createScriptedWriter([new Error('broken')]);

  const brief = await writeBrief(material, { preferred: down, fallback: broken });

  expect(brief).toMatchObject({
    sentences: [],
    problem: 'The model is down. The writer failed for a reason of its own.',
  });
});

test('one writer in both places is asked once', async () => {
  const writer = createScriptedWriter([written()]);

  const brief = await writeBrief(material, { preferred: writer, fallback: writer });

  expect(brief.sentences).toEqual([]);
  expect(writer.asked).toHaveLength(1);
});

test('no writer is asked to write from nothing', async () => {
  const writer = createScriptedWriter([written()]);

  const brief = await writeBrief({ ...material, sentences: [] }, { preferred: writer, fallback: writer });

  expect(brief).toMatchObject({ sentences: [], problem: 'The story has no sentence to write from.' });
  expect(writer.asked).toHaveLength(0);
});

test('no more sentences are shown than the material allows', async () => {
  const drafts = written({ text: lead, restsOn: [1] }, { text: detail, restsOn: [2] });
  const short = { ...material, maxSentences: 1 };

  const brief = await writeBrief(short, {
    preferred: createScriptedWriter([drafts]),
    fallback: createExtractiveWriter(),
  });

  expect(brief.sentences.map((sentence) => sentence.text)).toEqual([lead]);
});

test("the topic's names let a draft name a party as another source language does", async () => {
  const chinese = makeMaterial(makeSources(['特塞尔光学公司的豁免延长至5月15日。'], { lang: 'zh' }));
  const text = 'The waiver of Tessel Optics runs until May 15.';
  const writers = {
    preferred: createScriptedWriter([written({ text, restsOn: [1] })]),
    fallback: createExtractiveWriter(),
  };

  const brief = await writeBrief(chinese, writers, [['Tessel Optics', '特塞尔光学']]);

  expect(brief.sentences.map((sentence) => sentence.text)).toEqual([text]);
});
