import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawChart } from '../../../../../adapters/slack/draw-chart.ts';
import { glyphDots, glyphWidth } from '../../../../../adapters/slack/draw-glyphs.ts';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a PNG file, each with its sum checked. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

/** The index of the color at each pixel, row by row. */
function rowsOf(bytes: Uint8Array): readonly Buffer[] {
  const chunks = chunksOf(bytes);
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const [head, , data] = chunks;
  const width = head?.data.readUInt32BE(0) ?? 0;
  const height = head?.data.readUInt32BE(4) ?? 0;
  const raw = inflateSync(data?.data ?? Buffer.alloc(0));
  expect(raw).toHaveLength((width + 1) * height);
  return Array.from({ length: height }, (_, y) => raw.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)));
}

const bar = 2;

/** Pixels of bars in each half of the picture. */
function barPixels(counts: readonly number[]): readonly [number, number] {
  const days = counts.map((count, index) => ({ day: `2026-11-${10 + index}`, count }));
  const halves = [0, 0] as [number, number];
  for (const row of rowsOf(drawChart({ days }))) {
    for (const [x, color] of row.entries()) if (color === bar) halves[x < row.length / 2 ? 0 : 1] += 1;
  }
  return halves;
}

test('a day with twice the stories has a bar of twice the height', () => {
  const [first, second] = barPixels([3, 6]);

  expect(second / first).toBeCloseTo(2, 1);
});

test('a day without stories has no bar', () => {
  expect(barPixels([0, 4])[0]).toBe(0);
  expect(barPixels([0, 0])).toEqual([0, 0]);
});

test('any days make a whole picture', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const days = fc.array(fc.record({ day, count: fc.nat({ max: 100_000 }) }), { maxLength: 120 });

  fc.assert(
    fc.property(days, (drawn) => {
      expect(rowsOf(drawChart({ days: drawn })).length).toBeGreaterThan(100);
    }),
    { numRuns: 25 },
  );
});

test('digits differ from each other, and stay within their width', () => {
  const shapes = [...'0123456789-'].map((digit) => JSON.stringify(glyphDots(digit)));

  expect(new Set(shapes).size).toBe(11);
  expect(Math.max(...glyphDots('10-31').map(({ x }) => x))).toBeLessThan(glyphWidth('10-31'));
});
