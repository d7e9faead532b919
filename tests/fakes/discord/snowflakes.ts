/** The first second of 2015, from which Discord's ids count. */
const epochMs = 1_420_070_400_000;

/** Ids that tell their moment and always grow, even where the clock stands or goes back. */
export function createSnowflakes(nowMs: () => number): () => string {
  let last = 0n;
  return () => {
    const ofNow = BigInt(Math.max(0, Math.floor(nowMs()) - epochMs)) << 22n;
    last = ofNow > last ? ofNow : last + 1n;
    return String(last);
  };
}
