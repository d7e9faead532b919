import { element, escapeHtml, type Fields, fieldsOf, listOf, page, textOf } from './html.ts';

/** A message or a view as Slack was sent it. */
export interface SlackPicture {
  readonly kind: 'message' | 'reply' | 'only-you' | 'modal' | 'home';
  readonly payload: Fields;
}

/** Draws payloads near to how Slack shows them: for the documentation, not for tests. */
export function slackPage(pictures: readonly SlackPicture[]): string {
  return page(style, pictures.map(pictureHtml));
}

function pictureHtml({ kind, payload }: SlackPicture): string {
  const blocks = listOf(payload['blocks']).map(blockHtml).join('');
  if (kind === 'modal') {
    const title = element('div', 'title', plain(payload['title']));
    const submit = payload['submit'] ? element('span', 'button primary', plain(payload['submit'])) : '';
    return element('div', 'modal', title + blocks + element('div', 'row end', submit));
  }
  if (kind === 'home') return element('div', 'home', blocks);
  const only = kind === 'only-you' ? element('div', 'only', 'Only visible to you') : '';
  const body = blocks || element('div', 'block', escapeHtml(textOf(payload['text'])));
  const head = `${element('span', 'name', 'Wirewatch')} ${element('span', 'app', 'APP')}`;
  return element(
    'div',
    `message ${kind}`,
    element('div', 'avatar', 'W') + element('div', 'body', only + head + body),
  );
}

function blockHtml(block: Fields): string {
  switch (block['type']) {
    case 'header':
      return element('h2', 'block', plain(block['text']));
    case 'divider':
      return '<hr>';
    case 'rich_text':
      return element('div', 'block', listOf(block['elements']).map(richHtml).join(''));
    case 'section':
      return sectionHtml(block);
    case 'context':
      return element('div', 'block context', listOf(block['elements']).map(plain).join(' '));
    case 'actions':
    case 'context_actions':
      return element('div', 'row', listOf(block['elements']).map(controlHtml).join(''));
    case 'input':
      return inputHtml(block);
    case 'image':
      return element('div', 'block image', `▦ ${escapeHtml(textOf(block['alt_text']))}`);
    default:
      return element('div', 'block', escapeHtml(textOf(block['type'])));
  }
}

function sectionHtml(block: Fields): string {
  const fields = listOf(block['fields']).map((field) => element('div', 'field', plain(field)));
  const accessory = block['accessory'] ? controlHtml(fieldsOf(block['accessory'])) : '';
  const text = element('div', 'grow', plain(block['text']) + fields.join(''));
  return element('div', 'block section', text + accessory);
}

function inputHtml(block: Fields): string {
  const control = controlHtml(fieldsOf(block['element']));
  const hint = block['hint'] ? element('div', 'context', plain(block['hint'])) : '';
  return element('div', 'block', element('div', 'label', plain(block['label'])) + control + hint);
}

function richHtml(part: Fields): string {
  const inner = listOf(part['elements'])
    .map((item) => (item['elements'] ? element('li', '', richHtml(item)) : inlineHtml(item)))
    .join('');
  switch (part['type']) {
    case 'rich_text_list':
      return element('ul', '', inner);
    case 'rich_text_preformatted':
      return element('pre', '', inner);
    case 'rich_text_quote':
      return element('blockquote', '', inner);
    default:
      return element('span', '', inner);
  }
}

function inlineHtml(item: Fields): string {
  const styles = fieldsOf(item['style']);
  const names = ['bold', 'italic', 'code', 'strike'].filter((name) => styles[name]);
  const text = escapeHtml(textOf(item['text'])).replaceAll('\n', '<br>');
  switch (item['type']) {
    case 'link':
      return element('span', ['link', ...names].join(' '), text || escapeHtml(textOf(item['url'])));
    case 'user':
      return element('span', 'mention', `@${escapeHtml(textOf(item['user_id']))}`);
    case 'usergroup':
      return element('span', 'mention', `@${escapeHtml(textOf(item['usergroup_id']))}`);
    default:
      return names.length > 0 ? element('span', names.join(' '), text) : text;
  }
}

function controlHtml(control: Fields): string {
  switch (control['type']) {
    case 'button':
      return element('span', `button ${textOf(control['style'])}`, plain(control['text']));
    case 'overflow':
      return element('span', 'button', '⋯');
    case 'checkboxes':
      return listOf(control['options'])
        .map((option) => element('div', '', `☐ ${plain(option['text'])}`))
        .join('');
    case 'plain_text_input':
      return element('div', 'input', escapeHtml(textOf(control['initial_value'])) || '&nbsp;');
    case 'feedback_buttons':
      return element('span', 'button', '👍') + element('span', 'button', '👎');
    default:
      return element('span', 'select', `${selectText(control)} ▾`);
  }
}

function selectText(control: Fields): string {
  const chosen = fieldsOf(control['initial_option'])['text'];
  const conversation = escapeHtml(textOf(control['initial_conversation']));
  return plain(chosen) || conversation || plain(control['placeholder']) || 'Choose';
}

/** A text object of either kind; entities in it are Slack's own already. */
function plain(object: unknown): string {
  const text = textOf(fieldsOf(object)['text']);
  return text.replaceAll('\n', '<br>');
}

const style = `
body{margin:0;padding:16px;width:720px;background:#fff;color:#1d1c1d;font:15px/1.46 "DejaVu Sans","Noto Sans CJK SC",sans-serif}
.message{display:flex;gap:8px;padding:8px 0}.reply{margin-left:44px}
.avatar{width:36px;height:36px;border-radius:6px;background:#0b5394;color:#fff;display:flex;align-items:center;justify-content:center;font-weight:bold;flex:none}
.body{min-width:0;flex:1}.name{font-weight:bold}.app{font-size:10px;background:#e8e8e8;color:#616061;padding:1px 3px;border-radius:2px}
.only{font-size:12px;color:#616061}.only-you .body{background:#fafafa}
h2{font-size:18px;margin:6px 0}.block{margin:6px 0;overflow-wrap:anywhere}.context{color:#616061;font-size:12px}
.section{display:flex;gap:12px;align-items:flex-start}.grow{flex:1}.row{display:flex;flex-wrap:wrap;gap:6px;margin:6px 0}.end{justify-content:flex-end}
.button,.select{border:1px solid #bbb;border-radius:6px;padding:3px 10px;font-size:13px;font-weight:bold;background:#fff}
.button.primary{background:#007a5a;color:#fff;border-color:#007a5a}.button.danger{color:#c01343;border-color:#c01343}
.link{color:#1264a3}.bold{font-weight:bold}.italic{font-style:italic}.code{font:12px "DejaVu Sans Mono",monospace;color:#c01343;background:#f6f6f6;border:1px solid #ddd;border-radius:3px;padding:1px 3px}
.mention{background:#e8f5fa;color:#1264a3}.label{font-weight:bold}.input{border:1px solid #bbb;border-radius:4px;padding:6px}
.modal{border:1px solid #bbb;border-radius:8px;padding:16px;margin:8px 0;box-shadow:0 2px 8px #0003}.title{font-size:20px;font-weight:bold;margin-bottom:8px}
.home{padding:4px}pre{background:#f6f6f6;border:1px solid #ddd;padding:8px;font:12px "DejaVu Sans Mono",monospace;white-space:pre-wrap}hr{border:0;border-top:1px solid #ddd}
.image{background:#f6f6f6;padding:12px;color:#616061}blockquote{border-left:4px solid #ddd;margin:0;padding-left:8px}ul{margin:2px 0 2px 20px;padding:0}
`;
