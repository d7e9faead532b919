import { elementNode, type PageElement, type PageNode, textNode } from './page-document.ts';

/** A run of text without a break in it. */
export interface PageBlock {
  readonly text: string;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  readonly isHeading: boolean;
}

const broken: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'blockquote',
    'br',
    'dd',
    'div',
    'dl',
    'dt',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'li',
  ],
  ...[
    'main',
    'ol',
    'p',
    'pre',
    'section',
    'table',
    'tbody',
    'thead',
    'tr',
    'ul',
    'header',
    'details',
    'summary',
  ],
]);
/** Never the words of the article: pictures with their captions, controls, code. */
const passedOver: ReadonlySet<string> = new Set([
  ...['figure', 'figcaption', 'picture', 'video', 'audio', 'iframe', 'object', 'svg', 'canvas', 'map'],
  ...['form', 'button', 'select', 'textarea', 'nav', 'aside', 'footer', 'dialog'],
  ...['script', 'style', 'noscript', 'template', 'head'],
]);

interface OpenBlock {
  text: string;
  linkedChars: number;
}

/** The blocks of a piece of a page, in reading order, with white space folded. */
export function blocksOf(root: PageElement): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let open: OpenBlock = { text: '', linkedChars: 0 };

  function end(isHeading: boolean): void {
    const text = open.text.replace(/\s+/g, ' ').trim();
    if (text) blocks.push({ text, isHeading, linkShare: Math.min(1, open.linkedChars / text.length) });
    open = { text: '', linkedChars: 0 };
  }

  function walk(node: PageNode, isLinked: boolean, isHeading: boolean): void {
    if (node.nodeType === textNode) {
      const text = node.textContent ?? '';
      open.text += text;
      if (isLinked) open.linkedChars += text.replace(/\s+/g, ' ').trim().length;
    } else if (isElement(node) && !passedOver.has(node.localName)) {
      walkElement(node, isLinked, isHeading);
    }
  }

  function walkElement(element: PageElement, isLinked: boolean, isHeading: boolean): void {
    const { localName } = element;
    const isBreak = broken.has(localName);
    const headingInside = isHeading || /^h[1-6]$/.test(localName);
    if (isBreak) end(isHeading);
    if (localName === 'td' || localName === 'th') open.text += ' ';
    for (const child of element.childNodes) walk(child, isLinked || localName === 'a', headingInside);
    if (isBreak) end(headingInside);
  }

  walkElement(root, false, false);
  end(false);
  return blocks;
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === elementNode;
}
