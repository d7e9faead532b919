type Section = Readonly<Record<string, unknown>>;

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lays the operator's settings over the defaults: sections key by key, everything else as a whole. A section
 * left empty (all its keys commented out) keeps its defaults. Unknown keys stay in, to be told by the check.
 */
export function mergeSettings(defaults: unknown, own: unknown): unknown {
  if (!isSection(defaults)) return own;
  if (own === null || own === undefined) return defaults;
  if (!isSection(own)) return own;
  const keys = new Set([...Object.keys(defaults), ...Object.keys(own)]);
  const entries = [...keys].map((key): [string, unknown] => {
    if (!Object.hasOwn(own, key)) return [key, defaults[key]];
    return [key, Object.hasOwn(defaults, key) ? mergeSettings(defaults[key], own[key]) : own[key]];
  });
  return Object.fromEntries(entries);
}
