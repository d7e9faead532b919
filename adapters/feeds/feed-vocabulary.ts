/** The few fields that an item is rewritten to. */
export type ItemField =
  | 'title'
  | 'link'
  | 'guid'
  | 'permalink'
  | 'published'
  | 'updated'
  | 'summary'
  | 'body';

/**
 * Names that formats have for one thing: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, Dublin Core, Content.
 * Written in lower case, because feeds are written in upper case too.
 */
const itemNames: Readonly<Record<ItemField, readonly string[]>> = {
  title: ['title', 'atom:title', 'dc:title'],
  link: ['link', 'atom:link', 'a10:link'],
  guid: ['guid', 'id', 'atom:id'],
  permalink: [],
  published: [
    ...['pubdate', 'published', 'atom:published', 'issued', 'dcterms:issued', 'dc:date', 'date'],
    ...['dcterms:created', 'created', 'dcterms:available'],
  ],
  updated: ['updated', 'atom:updated', 'a10:updated', 'modified', 'dcterms:modified'],
  summary: ['description', 'summary', 'atom:summary', 'dc:description'],
  body: ['content:encoded', 'content', 'atom:content', 'body', 'xhtml:body'],
};

const itemFields: ReadonlyMap<string, ItemField> = new Map(
  Object.entries(itemNames).flatMap(([field, names]) => names.map((name) => [name, field as ItemField])),
);

const feedFields: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['atom:title', 'title'],
  ['dc:title', 'title'],
  ['link', 'link'],
  ['atom:link', 'link'],
  ['language', 'language'],
  ['dc:language', 'language'],
]);

/** Elements with a title, link or date of their own that is not the item's or the feed's. */
const containers: ReadonlySet<string> = new Set([
  ...['source', 'atom:source', 'image', 'textinput', 'author', 'atom:author', 'contributor', 'media:group'],
]);

export function itemFieldOf(name: string): ItemField | null {
  return itemFields.get(name) ?? null;
}

export function feedFieldOf(name: string): string | null {
  return feedFields.get(name) ?? null;
}

export function isItemElement(name: string): boolean {
  return name === 'item' || name === 'entry' || name === 'atom:entry';
}

export function isContainer(name: string): boolean {
  return containers.has(name);
}
