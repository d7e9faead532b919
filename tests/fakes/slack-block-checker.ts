import { type Node, nodesOf } from './slack-nodes.ts';

/** What Slack would refuse one block for, by docs.slack.dev/reference/block-kit/blocks. */
export function blockProblems(block: Node): readonly string[] {
  switch (block['type']) {
    case 'header':
      return charProblems(block, 150);
    case 'context':
      return charProblems(block, 2000);
    case 'rich_text':
      return [...charProblems(block, 3000), ...nodesOf(block).flatMap(mentionProblems)];
    case 'actions':
      return actionsProblems(block);
    case 'context_actions':
      return feedbackProblems(block);
    default:
      return [`unknown block ${String(block['type'])}`];
  }
}

function charProblems(block: Node, max: number): readonly string[] {
  const chars = nodesOf(block).reduce(
    (sum, node) => sum + (typeof node['text'] === 'string' ? node['text'].length : 0),
    0,
  );
  return chars > max ? [`${String(block['type'])}: ${chars} > ${max}`] : [];
}

function actionsProblems(block: Node): readonly string[] {
  const elements = listOf(block['elements']);
  const ids = elements.map((element) => String(element['action_id']));
  return [
    ...(elements.length === 0 || elements.length > 25 ? [`actions: ${elements.length}`] : []),
    ...(new Set(ids).size < ids.length ? ['an action_id twice in a block'] : []),
    ...ids.filter((id) => !/^wire:\d+$/.test(id)).map((id) => `action_id ${id}`),
    ...elements.flatMap((element) => (element['type'] === 'button' ? optionProblems(element, 2000) : [])),
    ...elements.flatMap((element) => (element['type'] === 'static_select' ? menuProblems(element) : [])),
  ];
}

function feedbackProblems(block: Node): readonly string[] {
  const pairs = listOf(block['elements']);
  const sides = pairs.flatMap((pair) => nodesOf([pair['positive_button'], pair['negative_button']]));
  return [
    ...(pairs.length === 1 ? [] : [`feedback: ${pairs.length}`]),
    ...pairs.flatMap(({ action_id: id }) => (id === 'wire:0' ? [] : [`action_id ${String(id)}`])),
    ...sides.filter(({ value }) => value !== undefined).flatMap((side) => optionProblems(side, 2000)),
  ];
}

function menuProblems(menu: Node): readonly string[] {
  const options = listOf(menu['options']);
  const values = options.map((option) => String(option['value']));
  return [
    ...(options.length === 0 || options.length > 100 ? [`options: ${options.length}`] : []),
    ...(new Set(values).size < values.length ? ['an option twice in a menu'] : []),
    ...options.flatMap((option) => optionProblems(option, 150)),
  ];
}

/** Of a button or of an option of a menu. */
function optionProblems(option: Node, maxValueChars: number): readonly string[] {
  const value = String(option['value']);
  const label = nodesOf(option['text']).map((node) => String(node['text']));
  return [
    ...(value.length > maxValueChars || value === '' ? [`value of ${value.length} characters`] : []),
    ...label.filter((text) => text.length > 75).map((text) => `label ${text}`),
  ];
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value : [];
}

function mentionProblems(node: Node): readonly string[] {
  const ids = [
    ...(node['type'] === 'user' ? [node['user_id']] : []),
    ...(node['type'] === 'usergroup' ? [node['usergroup_id']] : []),
  ];
  return ids.filter((id) => !/^[A-Z0-9]+$/.test(String(id))).map((id) => `mention of ${String(id)}`);
}

/** What is wrong with a text object or an element of rich_text. */
export function textProblems(node: Node): readonly string[] {
  if (typeof node['text'] !== 'string') return [];
  const url = typeof node['url'] === 'string' ? node['url'] : null;
  return [
    ...(node['text'] === '' ? [`empty ${String(node['type'])}`] : []),
    ...(node['type'] === 'mrkdwn' ? ['mrkdwn, in which * _ ~ ` cannot be escaped'] : []),
    ...(url !== null && !/^https?:\/\/[^\s<>|]+$/.test(url) ? [`address ${url}`] : []),
  ];
}
