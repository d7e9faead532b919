/** Digits and the hyphen of a date, five dots wide and seven high; `#` is a dot. */
const rows: Readonly<Record<string, readonly string[]>> = {
  '0': ['.###.', '#...#', '#..##', '#.#.#', '##..#', '#...#', '.###.'],
  '1': ['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  '2': ['.###.', '#...#', '....#', '...#.', '..#..', '.#...', '#####'],
  '3': ['#####', '...#.', '..#..', '...#.', '....#', '#...#', '.###.'],
  '4': ['...#.', '..##.', '.#.#.', '#..#.', '#####', '...#.', '...#.'],
  '5': ['#####', '#....', '####.', '....#', '....#', '#...#', '.###.'],
  '6': ['..##.', '.#...', '#....', '####.', '#...#', '#...#', '.###.'],
  '7': ['#####', '....#', '...#.', '..#..', '.#...', '.#...', '.#...'],
  '8': ['.###.', '#...#', '#...#', '.###.', '#...#', '#...#', '.###.'],
  '9': ['.###.', '#...#', '#...#', '.####', '....#', '...#.', '.##..'],
  '-': ['.....', '.....', '.....', '#####', '.....', '.....', '.....'],
};

export const glyphHeight = 7;
/** With the gap to the next. */
const glyphAdvance = 6;

/** The dots of a text of digits and hyphens, from its upper left corner. Other characters leave a gap. */
export function glyphDots(text: string): readonly { readonly x: number; readonly y: number }[] {
  return [...text].flatMap((character, index) =>
    (rows[character] ?? []).flatMap((row, y) =>
      [...row].flatMap((dot, x) => (dot === '#' ? [{ x: index * glyphAdvance + x, y }] : [])),
    ),
  );
}

/** Dots that a text is wide. */
export function glyphWidth(text: string): number {
  return Math.max(0, text.length * glyphAdvance - 1);
}
