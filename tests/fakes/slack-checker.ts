import { slackLimits } from '../../adapters/slack/limits.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Node = { readonly [name: string]: Json };

/** Every object of a payload, outermost first. */
function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

function blocksOf(payload: Readonly<Record<string, unknown>>): readonly Node[] {
  return payload['blocks'] as readonly Node[];
}

/** What Slack would refuse a payload for, by its documented limits. */
export function slackProblems(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const blocks = blocksOf(payload);
  const limit = (what: string, found: number, max: number) =>
    found > max ? [`${what}: ${found} > ${max}`] : [];
  const key = (payload['metadata'] as { event_payload: { key: string } }).event_payload.key;
  return [
    ...(blocks.length === 0 ? ['no blocks'] : []),
    ...(String(payload['text']).trim() === '' ? ['no text'] : []),
    ...limit('text', String(payload['text']).length, slackLimits.notificationChars),
    ...limit('blocks', blocks.length, 50),
    ...limit('characters of the blocks', JSON.stringify(blocks).length, 12_000),
    ...limit('key', key.length, 25),
    ...(/\\ud[89a-f]/.test(JSON.stringify(payload)) ? ['half a character'] : []),
    ...blocks.flatMap(blockProblems),
    ...nodesOf(blocks).flatMap(textProblems),
    ...nodesOf(blocks).flatMap(mentionProblems),
  ];
}

function blockProblems(block: Node): readonly string[] {
  const chars = nodesOf(block).reduce(
    (sum, node) => sum + (typeof node['text'] === 'string' ? node['text'].length : 0),
    0,
  );
  const max = { header: 150, context: 2000, rich_text: 3000 }[String(block['type'])];
  if (max === undefined) return [`unknown block ${String(block['type'])}`];
  return chars > max ? [`${String(block['type'])}: ${chars} > ${max}`] : [];
}

function mentionProblems(node: Node): readonly string[] {
  const ids = [
    ...(node['type'] === 'user' ? [node['user_id']] : []),
    ...(node['type'] === 'usergroup' ? [node['usergroup_id']] : []),
  ];
  return ids.filter((id) => !/^[A-Z0-9]+$/.test(String(id))).map((id) => `mention of ${String(id)}`);
}

function textProblems(node: Node): readonly string[] {
  if (typeof node['text'] !== 'string') return [];
  const url = typeof node['url'] === 'string' ? node['url'] : null;
  return [
    ...(node['text'] === '' ? [`empty ${String(node['type'])}`] : []),
    ...(node['type'] === 'mrkdwn' ? ['mrkdwn, in which * _ ~ ` cannot be escaped'] : []),
    ...(url !== null && !/^https?:\/\/[^\s<>|]+$/.test(url) ? [`address ${url}`] : []),
  ];
}

/**
 * What is more than text once Slack has read a payload: links, styles, and whatever stands in angle brackets. In
 * text objects and the notification line that is an unescaped `<`; in rich_text the kind of element decides, and
 * text is literal. A message is read back as mrkdwn too (search, copies), so a `<` in rich_text must stand alone.
 */
export function liveMarkup(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = [String(payload['text']), ...nodesOf(blocksOf(payload)).flatMap(plainTexts)];
  const literal = nodesOf(blocksOf(payload)).filter((node) => node['type'] === 'text');
  return [
    ...parsed.flatMap((text) => text.match(/<[^>]*>?|&(?!(?:amp|lt|gt);)/g) ?? []),
    ...literal.flatMap((node) => String(node['text']).match(/<[^>]+>?/g) ?? []),
    ...nodesOf(blocksOf(payload)).flatMap(elementMarkup),
    ...Object.values(payload).flatMap((value) => invisibleIn(JSON.stringify(value))),
  ];
}

function plainTexts(node: Node): readonly string[] {
  return node['type'] === 'plain_text' || node['type'] === 'mrkdwn' ? [String(node['text'])] : [];
}

function elementMarkup(node: Node): readonly string[] {
  const type = String(node['type']);
  if (type === 'link') return [`link ${String(node['url'])}`];
  if (type === 'plain_text') return node['emoji'] === false ? [] : ['plain_text with emoji'];
  if (['text', 'rich_text', 'rich_text_section', 'header', 'context'].includes(type) || type === 'undefined')
    return [];
  return [type];
}

function invisibleIn(json: string): readonly string[] {
  return json.match(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u0080-\u009F]|\\u00[01]\w|\\u007f/gu) ?? [];
}

/** All that a reader sees, for looking up what must not be lost. */
export function slackText(payloads: readonly Readonly<Record<string, unknown>>[]): string {
  return payloads
    .flatMap((payload) =>
      nodesOf(blocksOf(payload)).map((node) => (typeof node['text'] === 'string' ? node['text'] : '')),
    )
    .join('');
}
