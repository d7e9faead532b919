import type { DayChart } from '../../src/domain/command.ts';
import { glyphDots, glyphHeight, glyphWidth } from './draw-glyphs.ts';
import { drawPng } from './draw-png.ts';

const width = 960;
const height = 360;
/** Pixels a dot of a glyph. */
const scale = 2;
const margin = 24;
const textHeight = glyphHeight * scale;
/** Under the bars: the dates, with a gap above. */
const footHeight = textHeight + 12;
const paper = 0;
const ink = 1;
const bar = 2;
const rule = 3;
/** Ink on paper has a contrast of 12, bars of 4.6 (WCAG 2.2 asks for 4.5 of text and 3 of graphics). */
const palette = [
  [255, 255, 255],
  [51, 51, 51],
  [18, 113, 163],
  [204, 204, 204],
] as const;

/** A bar for each day with its count above, and as many dates below as fit, as the bytes of a PNG file. */
export function drawChart({ days }: Pick<DayChart, 'days'>): Uint8Array {
  const pixels = new Uint8Array(width * height).fill(paper);
  const base = height - margin - footHeight;
  fill(pixels, { x: margin, y: base, width: width - 2 * margin, height: 2 }, rule);
  const step = days.length > 0 ? (width - 2 * margin) / days.length : width;
  const roomForBar = base - margin - textHeight - 6;
  const most = Math.max(1, ...days.map(({ count }) => count));
  const everyNth = Math.ceil((glyphWidth('12-31') * scale + 12) / step);
  const countsFit = glyphWidth(String(most)) * scale + 4 <= step;
  for (const [index, { day, count }] of days.entries()) {
    const x = margin + index * step;
    const barHeight = Math.round((roomForBar * count) / most);
    const barWidth = Math.max(1, Math.floor(step * 0.7));
    const left = Math.round(x + (step - barWidth) / 2);
    fill(pixels, { x: left, y: base - barHeight, width: barWidth, height: barHeight }, bar);
    const center = x + step / 2;
    if (countsFit) write(pixels, String(count), center, base - barHeight - textHeight - 6);
    // Counted from the last day, which is the one that people look for.
    if ((days.length - 1 - index) % everyNth === 0) write(pixels, day.slice(5), center, base + 12);
  }
  return drawPng({ width, height, palette, pixels });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies outside of the picture is left out. */
function fill(pixels: Uint8Array, box: Box, color: number): void {
  const right = Math.min(width, Math.round(box.x + box.width));
  for (let y = Math.max(0, Math.round(box.y)); y < Math.min(height, box.y + box.height); y += 1) {
    pixels.fill(color, y * width + Math.max(0, Math.round(box.x)), y * width + Math.max(0, right));
  }
}

function write(pixels: Uint8Array, text: string, center: number, top: number): void {
  const left = Math.min(
    width - glyphWidth(text) * scale,
    Math.max(0, Math.round(center - (glyphWidth(text) * scale) / 2)),
  );
  for (const { x, y } of glyphDots(text)) {
    fill(pixels, { x: left + x * scale, y: top + y * scale, width: scale, height: scale }, ink);
  }
}
