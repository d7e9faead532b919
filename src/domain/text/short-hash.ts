/**
 * A 64-bit hash of a text as 16 hexadecimal digits, for keys and equality. Two FNV-1a passes of 32 bits over UTF-16
 * units, mixed at the end. Not for secrets: it resists accidents, not attacks.
 */
export function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ ((unit << 7) | (unit >> 9)), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return hex(mixHash(a)) + hex(mixHash(b ^ a));
}

/** The same in 32 bits, for hash families: `seed` chooses the member. */
export function seededHash(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixHash(hash);
}

/** Spreads each bit of a 32-bit value over all of them (MurmurHash3's finalizer). */
export function mixHash(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
