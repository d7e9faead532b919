/** One thing that is searched, its words by column. */
export interface TextRow {
  readonly columns: readonly (readonly string[])[];
}

export interface RankedRow {
  /** Index of the row. */
  readonly index: number;
  readonly rank: number;
}

/** BM25 as SQLite's FTS5 counts it (https://www.sqlite.org/fts5.html#the_bm25_function); higher is better. */
export function rankRows(
  rows: readonly TextRow[],
  query: readonly string[],
  columnWeights: readonly number[],
): readonly RankedRow[] {
  const tokens = [...new Set(query)];
  const lengths = rows.map((row) => row.columns.flat().length);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(rows.length, 1);
  const idf = new Map(tokens.map((token) => [token, inverseFrequency(rows, token)]));
  const ranked: RankedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const weights = tokens.map((token) => weightIn(row, token, columnWeights));
    if (!weights.some((weight) => weight > 0)) continue;
    const saturation = 1.2 * (0.25 + (0.75 * (lengths[index] ?? 0)) / meanLength);
    const rank = tokens.reduce((sum, token, place) => {
      const weight = weights[place] ?? 0;
      return sum + ((idf.get(token) ?? 0) * (weight * 2.2)) / (weight + saturation);
    }, 0);
    ranked.push({ index, rank });
  }
  return ranked.toSorted((a, b) => b.rank - a.rank || a.index - b.index);
}

/** How many rows hold each token; every token asked for is a key. */
export function rowCounts(
  rows: readonly (readonly string[])[],
  tokens: Iterable<string>,
): Readonly<Record<string, number>> {
  const sets = rows.map((row) => new Set(row));
  return Object.fromEntries([...tokens].map((token) => [token, sets.filter((set) => set.has(token)).length]));
}

function inverseFrequency(rows: readonly TextRow[], token: string): number {
  const count = rows.filter((row) => row.columns.some((column) => column.includes(token))).length;
  const idf = Math.log((rows.length - count + 0.5) / (count + 0.5));
  return idf > 0 ? idf : 1e-6;
}

function weightIn(row: TextRow, token: string, columnWeights: readonly number[]): number {
  return row.columns.reduce(
    (sum, column, index) =>
      sum + (columnWeights[index] ?? 1) * column.filter((word) => word === token).length,
    0,
  );
}
