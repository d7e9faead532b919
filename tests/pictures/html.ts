/** Text as HTML text. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function element(name: string, className: string, inner: string): string {
  return `<${name} class="${className}">${inner}</${name}>`;
}

/** An object of a payload whose fields nobody promised. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A whole page of messages in a column of the given width. */
export function page(style: string, messages: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${style}</style></head><body>${messages.join('\n')}</body></html>`;
}
