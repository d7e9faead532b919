/** Maps items with at most `limit` of them under way; results keep the order of the items. The first rejection rejects. */
export async function mapConcurrently<I, O>(
  items: readonly I[],
  limit: number,
  map: (item: I) => Promise<O>,
): Promise<O[]> {
  const results: O[] = [];
  const waiting = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of waiting) results[index] = await map(item);
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
