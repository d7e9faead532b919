import { isObject, type JsonObject, listOf } from './json.ts';

/** Blocks as Slack gives them back: with a block_id each, and an action_id for each interactive element. */
export function withIds(blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.map((block, index) => ({
    ...block,
    block_id: block['block_id'] ?? `block${index}`,
    ...(isObject(block['accessory']) ? { accessory: withActionId(block['accessory'], 0) } : {}),
    ...(isObject(block['element']) ? { element: withActionId(block['element'], 0) } : {}),
    ...(isInteractive(block) ? { elements: listOf(block['elements']).map(withActionId) } : {}),
  }));
}

function isInteractive(block: JsonObject): boolean {
  return block['type'] === 'actions' || block['type'] === 'context_actions';
}

function withActionId(element: unknown, index: number): unknown {
  if (!isObject(element) || element['type'] === 'image') return element;
  return { ...element, action_id: element['action_id'] ?? `action${index}` };
}
