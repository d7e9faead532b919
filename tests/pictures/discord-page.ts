import { discordMarkdown } from './discord-markdown.ts';
import { element, escapeHtml, type Fields, fieldsOf, listOf, page, textOf } from './html.ts';

/** A message or a modal as Discord was sent it. */
export interface DiscordPicture {
  readonly kind: 'message' | 'reply' | 'only-you' | 'modal';
  readonly payload: Fields;
}

/** Draws payloads near to how Discord shows them: for the documentation, not for tests. */
export function discordPage(pictures: readonly DiscordPicture[]): string {
  return page(style, pictures.map(pictureHtml));
}

function pictureHtml({ kind, payload }: DiscordPicture): string {
  const components = listOf(payload['components']).map(componentHtml).join('');
  if (kind === 'modal') {
    const title = element('div', 'title', escapeHtml(textOf(payload['title'])));
    return element(
      'div',
      'modal',
      title + components + element('div', 'row end', element('span', 'button primary', 'Submit')),
    );
  }
  const embeds = listOf(payload['embeds']).map(embedHtml).join('');
  const content = payload['content'] ? element('div', '', discordMarkdown(textOf(payload['content']))) : '';
  const only = kind === 'only-you' ? element('div', 'subtext', '👁 Only you can see this') : '';
  const head = `${element('span', 'name', 'Wirewatch')} ${element('span', 'app', 'APP')}`;
  const body = element('div', 'body', head + content + embeds + components + only);
  return element('div', `message ${kind}`, element('div', 'avatar', 'W') + body);
}

function componentHtml(component: Fields): string {
  const inner = () => listOf(component['components']).map(componentHtml).join('');
  switch (component['type']) {
    case 1:
      return element('div', 'row', inner());
    case 2:
      return element(
        'span',
        `button style${String(component['style'])}`,
        escapeHtml(textOf(component['label'])),
      );
    case 4:
      return fieldHtml(
        component,
        element('div', 'input', escapeHtml(textOf(component['value'])) || '&nbsp;'),
      );
    case 9:
      return element(
        'div',
        'section',
        element('div', 'grow', inner()) + componentHtml(fieldsOf(component['accessory'])),
      );
    case 10:
      return element('div', 'text', discordMarkdown(textOf(component['content'])));
    case 11:
      return element('div', 'thumbnail', escapeHtml(textOf(component['description'])));
    case 14:
      return '<hr>';
    case 17:
      return `<div class="container" style="border-left-color:${colorOf(component['accent_color'])}">${inner()}</div>`;
    case 18:
      return fieldHtml(component, componentHtml(fieldsOf(component['component'])));
    default:
      return element('div', 'select', `${selectText(component)} ▾`);
  }
}

function fieldHtml(component: Fields, control: string): string {
  const label = textOf(component['label']);
  const hint = textOf(component['description']);
  return [
    label && element('div', 'label', escapeHtml(label)),
    hint && element('div', 'subtext', escapeHtml(hint)),
    control,
  ].join('');
}

function selectText(component: Fields): string {
  const chosen = listOf(component['options']).find((option) => option['default'] === true);
  return escapeHtml(textOf(chosen?.['label']) || textOf(component['placeholder']) || 'Choose');
}

function embedHtml(embed: Fields): string {
  const fields = listOf(embed['fields']).map((field) =>
    element(
      'div',
      '',
      element('b', '', discordMarkdown(textOf(field['name']))) + discordMarkdown(textOf(field['value'])),
    ),
  );
  const parts = [
    element('b', '', discordMarkdown(textOf(embed['title']))),
    discordMarkdown(textOf(embed['description'])),
    ...fields,
    element('div', 'subtext', escapeHtml(textOf(fieldsOf(embed['footer'])['text']))),
  ];
  return `<div class="container" style="border-left-color:${colorOf(embed['color'])}">${parts.join('')}</div>`;
}

function colorOf(color: unknown): string {
  return typeof color === 'number' ? `#${color.toString(16).padStart(6, '0')}` : '#4e5058';
}

const style = `
body{margin:0;padding:16px;width:720px;background:#313338;color:#dbdee1;font:15px/1.4 "DejaVu Sans","Noto Sans CJK SC",sans-serif}
.message{display:flex;gap:12px;padding:8px 0}.reply{margin-left:52px}
.avatar{width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:flex;align-items:center;justify-content:center;font-weight:bold;flex:none}
.body{min-width:0;flex:1}.name{font-weight:bold;color:#f2f3f5}.app{font-size:10px;background:#5865f2;color:#fff;padding:1px 4px;border-radius:3px}
.container{background:#2b2d31;border-left:4px solid #4e5058;border-radius:6px;padding:10px 14px;margin-top:4px;overflow-wrap:anywhere}
.text{margin:4px 0}.row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 4px}.end{justify-content:flex-end}
.button{background:#4e5058;color:#fff;border-radius:4px;padding:5px 12px;font-size:13px}.style1,.primary{background:#5865f2}.style3{background:#248046}.style4{background:#da373c}
.select,.input{background:#1e1f22;border-radius:4px;padding:8px;margin:4px 0;min-width:280px}
h2,h3{margin:4px 0;color:#f2f3f5}.subtext{font-size:12px;color:#949ba4}a,.link{color:#00a8fc;text-decoration:none}
code{background:#1e1f22;border-radius:3px;padding:1px 4px;font:12px "DejaVu Sans Mono",monospace}.mention{background:#3c4270;color:#c9cdfb;border-radius:3px;padding:0 2px}
.modal{background:#2b2d31;border-radius:8px;padding:16px;margin:8px 0}.title{font-size:20px;font-weight:bold;color:#f2f3f5;margin-bottom:8px}.label{font-weight:bold;margin-top:8px}
.section{display:flex;gap:12px}.grow{flex:1}.thumbnail{width:80px;height:80px;background:#4e5058;border-radius:6px;padding:4px;font-size:11px;overflow:hidden;flex:none}hr{border:0;border-top:1px solid #3f4147}
`;
