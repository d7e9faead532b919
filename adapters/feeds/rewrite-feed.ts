import { Parser } from 'htmlparser2';
import { escapeXml } from './character-references.ts';
import { feedFieldOf, type ItemField, isContainer, isItemElement, itemFieldOf } from './feed-vocabulary.ts';
import { leftOutSentence, maxItems } from './raw-feed.ts';

type Attributes = Readonly<Record<string, string>>;

/** An element whose text is being copied. Markup inside it is text as well: kept apart, its order would be lost. */
interface Holder {
  readonly level: number;
  readonly field: string;
}

interface Rewriting {
  readonly out: string[];
  readonly dropped: string[];
  /** `atom:` in `<atom:feed>`: a prefix that stands before every name. */
  readonly prefix: string;
  level: number;
  items: number;
  item: { readonly level: number; readonly from: number } | null;
  holder: Holder | null;
  /** Level of a container whose content is passed over. */
  skipped: number | null;
  isEnding: boolean;
}

/** Fields whose text is short: another field's tag inside one means that it was never closed. */
const shortFields: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'permalink',
  'published',
  'updated',
]);

/**
 * Writes any XML feed anew as well-formed RSS 2.0 in a few names of our own. rss-parser alone loses a whole feed for one
 * open tag or one odd date, mixes up the order of text in XHTML, and runs a slow regular expression over
 * `description`; what it is given here holds none of these. An item that was cut off is left out, because half a link is a wrong link.
 */
export function rewriteFeed(xml: string, rootPrefix: string): { xml: string; dropped: readonly string[] } {
  const state: Rewriting = {
    ...{ out: [], dropped: [], prefix: rootPrefix.toLowerCase() },
    ...{ level: 0, items: 0, item: null, holder: null, skipped: null, isEnding: false },
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(state, keyOf(name, state.prefix), name, attributes),
      onclosetag: (name, isImplied) => close(state, name, isImplied),
      ontext: (text) => copyText(state, text),
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(xml);
  state.isEnding = true;
  parser.end();
  if (state.items > maxItems) state.dropped.push(leftOutSentence(state.items - maxItems));
  return { xml: `<rss version="2.0"><channel>${state.out.join('')}</channel></rss>`, dropped: state.dropped };
}

function keyOf(name: string, prefix: string): string {
  const lower = name.toLowerCase();
  return prefix && lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
}

function open(state: Rewriting, key: string, name: string, attributes: Attributes): void {
  state.level += 1;
  if (state.level === 1) openRoot(state, key, attributes);
  if (isItemElement(key)) openItem(state, attributes);
  else if (state.skipped !== null) return;
  else if (state.holder) openInside(state, state.holder, key, name, attributes);
  else if (isContainer(key)) state.skipped = state.level;
  else openField(state, key, attributes);
}

function openRoot(state: Rewriting, key: string, attributes: Attributes): void {
  if (attributes['xml:lang']) writeField(state, 'language', attributes['xml:lang']);
  if (attributes['xml:base']) writeField(state, 'base', attributes['xml:base']);
  if (key === 'feed') writeField(state, 'format', 'atom');
}

function openItem(state: Rewriting, attributes: Attributes): void {
  endHolder(state);
  endItem(state);
  state.skipped = null;
  state.items += 1;
  state.item = { level: state.level, from: state.out.length };
  state.out.push('<item>');
  if (attributes['rdf:about']) writeField(state, 'about', attributes['rdf:about']);
  if (attributes['xml:base']) writeField(state, 'base', attributes['xml:base']);
}

function openField(state: Rewriting, key: string, attributes: Attributes): void {
  const field = state.item ? itemFieldOf(key) : feedFieldOf(key);
  if (!field) return;
  if (field === 'link' && attributes['href'] !== undefined) {
    const rel = attributes['rel']?.toLowerCase() ?? 'alternate';
    if (rel === 'alternate') writeField(state, 'link', attributes['href']);
    return;
  }
  state.holder = { level: state.level, field: fieldFor(field, attributes) };
  state.out.push(`<${state.holder.field}>`);
}

/** An id may serve as the page's address, unless it says that it is none (RSS 2.0). */
function fieldFor(field: ItemField | string, attributes: Attributes): string {
  if (field !== 'guid') return field;
  const isPermalink = Object.entries(attributes).find(([name]) => name.toLowerCase() === 'ispermalink')?.[1];
  return isPermalink?.toLowerCase() === 'false' ? 'guid' : 'permalink';
}

function openInside(
  state: Rewriting,
  holder: Holder,
  key: string,
  name: string,
  attributes: Attributes,
): void {
  const isDirect = state.level === holder.level + 1;
  if (isDirect && state.item && shortFields.has(holder.field) && (itemFieldOf(key) || isContainer(key))) {
    endHolder(state);
    openField(state, key, attributes);
    return;
  }
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${value.replaceAll('"', '&quot;')}"`,
  );
  state.out.push(escapeXml(`<${name}${written.join('')}>`));
}

function close(state: Rewriting, name: string, isImplied: boolean): void {
  if (state.holder?.level === state.level) endHolder(state);
  else if (state.holder && !isImplied) state.out.push(escapeXml(`</${name}>`));
  if (state.skipped === state.level) state.skipped = null;
  if (state.item?.level === state.level) endItem(state);
  state.level -= 1;
}

function copyText(state: Rewriting, text: string): void {
  if (!state.holder) return;
  // Between tags that are markup of their own (Atom's XHTML), text is text, and not HTML that was escaped.
  const isLiteral = state.level > state.holder.level;
  state.out.push(isLiteral ? escapeXml(text) : text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

function endHolder(state: Rewriting): void {
  if (state.holder) state.out.push(`</${state.holder.field}>`);
  state.holder = null;
}

function endItem(state: Rewriting): void {
  if (!state.item) return;
  endHolder(state);
  if (state.isEnding) state.dropped.push('The feed was cut off in the middle of its last entry.');
  if (state.isEnding || state.items > maxItems) state.out.length = state.item.from;
  else state.out.push('</item>');
  state.item = null;
}

function writeField(state: Rewriting, field: string, text: string): void {
  state.out.push(`<${field}>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${field}>`);
}
