import { slackLimits } from '../../adapters/slack/limits.ts';
import { blockProblems, textProblems } from './slack-block-checker.ts';
import { blocksOf, type Node, nodesOf } from './slack-nodes.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What Slack would refuse a payload for, by its documented limits. */
export function slackProblems(payload: Payload): readonly string[] {
  const blocks = blocksOf(payload);
  return [
    ...(blocks.length === 0 ? ['no blocks'] : []),
    ...(String(payload['text']).trim() === '' ? ['no text'] : []),
    ...limit('text', String(payload['text']).length, slackLimits.notificationChars),
    ...limit('blocks', blocks.length, 50),
    ...limit('characters of the blocks', JSON.stringify(blocks).length, 12_000),
    ...limit('key', keyOf(payload)?.length ?? 0, 25),
    ...(/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(payload)) ? ['half a character'] : []),
    ...blocks.flatMap(blockProblems),
    ...nodesOf(blocks).flatMap(textProblems),
  ];
}

function limit(what: string, found: number, max: number): readonly string[] {
  return found > max ? [`${what}: ${found} > ${max}`] : [];
}

/** Of the delivery, as it rides on a payload; `null` on one that is no delivery. */
export function keyOf(payload: Payload): string | null {
  const [key] = nodesOf(payload['metadata']).flatMap((node) => ('key' in node ? [String(node['key'])] : []));
  return key ?? null;
}

/**
 * What is more than text once Slack has read a payload: links, styles, and whatever stands in angle brackets. In
 * text objects and the notification line that is an unescaped `<`; in rich_text the kind of element decides, and
 * text is literal. A message is read back as mrkdwn too (search, copies), so a `<` in rich_text must stand alone.
 */
export function liveMarkup(payload: Payload): readonly string[] {
  const nodes = nodesOf(blocksOf(payload));
  const parsed = [String(payload['text'] ?? ''), ...nodes.flatMap(plainTexts)];
  const literal = nodes.filter((node) => node['type'] === 'text');
  return [
    ...parsed.flatMap((text) => text.match(/<[^>]*>?|&(?!(?:amp|lt|gt);)/g) ?? []),
    ...literal.flatMap((node) => String(node['text']).match(/<[^>]+>?/g) ?? []),
    ...nodes.flatMap(elementMarkup),
    ...Object.values(payload).flatMap((value) => invisibleIn(JSON.stringify(value))),
  ];
}

function plainTexts(node: Node): readonly string[] {
  return node['type'] === 'plain_text' || node['type'] === 'mrkdwn' ? [String(node['text'])] : [];
}

/** What neither links nor calls anybody. */
const inert: readonly string[] = [
  ...['text', 'rich_text', 'rich_text_section', 'rich_text_preformatted', 'header', 'context'],
  ...['actions', 'button', 'static_select', 'input', 'external_select', 'conversations_select'],
  ...['checkboxes', 'plain_text_input', 'context_actions', 'feedback_buttons', 'undefined'],
];

function elementMarkup(node: Node): readonly string[] {
  const type = String(node['type']);
  if (type === 'link') return [`link ${String(node['url'])}`];
  if (type === 'plain_text') return node['emoji'] === false ? [] : ['plain_text with emoji'];
  return inert.includes(type) ? [] : [type];
}

/** In JSON, where the escape of a control character follows no other backslash. */
function invisibleIn(json: string): readonly string[] {
  return [
    ...(json.match(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u0080-\u009F]/gu) ?? []),
    ...(json.match(/(?<=(?<!\\)(?:\\\\)*)\\u(?:00[01]\w|007f)/g) ?? []),
  ];
}

/** All that a reader sees but what can be pressed, for looking up what must not be lost. */
export function slackText(payloads: readonly Payload[]): string {
  return payloads
    .flatMap(blocksOf)
    .filter((block) => block['type'] !== 'actions' && block['type'] !== 'context_actions')
    .flatMap((block) => nodesOf(block))
    .map((node) => (typeof node['text'] === 'string' ? node['text'] : ''))
    .join('');
}

/** What can be pressed or chosen, as `LABEL: value`, in order. */
export function slackChoices(payloads: readonly Payload[]): readonly string[] {
  return nodesOf(payloads.map(blocksOf))
    .filter((node) => typeof node['value'] === 'string')
    .map((node) => `${nodesOf(node['text']).flatMap(plainTexts).join('')}: ${String(node['value'])}`);
}
