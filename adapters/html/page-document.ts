import { parseHTML } from 'linkedom';

/** What is used of the DOM. The compiler's own DOM library would make `window` look as if it were there everywhere. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

export const elementNode = 1;
export const textNode = 3;

/** A page or a piece of one as a tree. Runs no script and loads nothing. */
export function readDocument(html: string): PageDocument {
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document }: { document: unknown } = parseHTML(whole);
  return document as PageDocument;
}
