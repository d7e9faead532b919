import { escapeHtml } from './html.ts';

/** The part of Discord's Markdown that the bot writes, as HTML. */
export function discordMarkdown(text: string): string {
  return text.split('\n').map(lineHtml).join('');
}

const lineKinds: readonly (readonly [RegExp, (inner: string) => string])[] = [
  [/^## /, (inner) => `<h2>${inner}</h2>`],
  [/^### /, (inner) => `<h3>${inner}</h3>`],
  [/^-# /, (inner) => `<div class="subtext">${inner}</div>`],
  [/^- /, (inner) => `<div>• ${inner}</div>`],
];

function lineHtml(line: string): string {
  for (const [mark, wrap] of lineKinds) {
    if (mark.test(line)) return wrap(inlineHtml(line.replace(mark, '')));
  }
  return `<div>${inlineHtml(line)}</div>`;
}

/** An escaped character, a link, code, a mention, a mark of emphasis, or one plain character. */
const token =
  /\\(?<escaped>[^\w\s])|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>[^)\s]+)\)|`(?<code>[^`]+)`|<(?<mention>@&?\d+)>|(?<mark>\*\*|\*)|(?<plain>[\s\S])/gu;

function inlineHtml(line: string): string {
  const open: string[] = [];
  let html = '';
  for (const { groups = {} } of line.matchAll(token)) {
    const { escaped, label, code, mention, mark, plain } = groups;
    if (label !== undefined) html += `<a>${inlineHtml(label)}</a>`;
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (mention !== undefined) html += `<span class="mention">${escapeHtml(mention)}</span>`;
    else if (mark !== undefined) html += emphasis(mark, open);
    else html += escapeHtml(escaped ?? plain ?? '');
  }
  return html;
}

function emphasis(mark: string, open: string[]): string {
  const tag = mark === '**' ? 'b' : 'i';
  if (open.at(-1) !== tag) {
    open.push(tag);
    return `<${tag}>`;
  }
  open.pop();
  return `</${tag}>`;
}
