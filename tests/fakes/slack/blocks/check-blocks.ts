import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json.ts';
import { blockRules } from './block-rules.ts';
import { ok, type Problems, problem } from './problems.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Whether the app uploaded this file, by id or address; everything exists by default. */
export type KnowsFile = (idOrUrl: string) => boolean;

const maxBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** Blocks that only messages may have. */
const messagesOnly: readonly string[] = ['context_actions', 'data_table', 'markdown', 'table'];

/** What Slack would refuse blocks for; `at` is where they stand in the payload. */
export function blockProblems(
  blocks: unknown,
  surface: Surface,
  at = '/blocks',
  knowsFile: KnowsFile = () => true,
): Problems {
  if (!Array.isArray(blocks)) return problem('must be a list', at);
  if (blocks.length > maxBlocks[surface])
    return problem(`no more than ${maxBlocks[surface]} items allowed`, at);
  return [
    ...blocks.flatMap((block, index) => oneBlock(block, surface, `${at}/${index}`, knowsFile)),
    ...repeatedBlockIds(blocks, at),
    ...(surface === 'message' ? tooManyTables(blocks, at) : ok),
    ...moreThanOneFocus(blocks, at),
  ];
}

function oneBlock(block: unknown, surface: Surface, at: string, knowsFile: KnowsFile): Problems {
  if (!isObject(block)) return problem('must be an object', at);
  const type = textOf(block['type']);
  const rule = Object.hasOwn(blockRules, type) ? blockRules[type] : undefined;
  if (!rule || (surface !== 'message' && messagesOnly.includes(type)))
    return problem(`unsupported type: ${type}`, `${at}/type`);
  return [...rule(block, at), ...repeatedActionIds(block, at), ...unknownFile(block, at, knowsFile)];
}

/** Every interactive element of a block. */
export function elementsOf(block: JsonObject): readonly JsonObject[] {
  if (block['type'] === 'actions' || block['type'] === 'context_actions')
    return listOf(block['elements']).filter(isObject);
  if (block['type'] === 'section' && isObject(block['accessory'])) return [block['accessory']];
  return block['type'] === 'input' && isObject(block['element']) ? [block['element']] : [];
}

function repeatedActionIds(block: JsonObject, at: string): Problems {
  const ids = elementsOf(block).flatMap((element) =>
    typeof element['action_id'] === 'string' ? [element['action_id']] : [],
  );
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  return repeated === undefined ? ok : problem(`\`action_id\` "${repeated}" already exists`, at);
}

function repeatedBlockIds(blocks: readonly unknown[], at: string): Problems {
  const ids = blocks.flatMap((block) => {
    const id = objectOf(block)['block_id'];
    return typeof id === 'string' ? [id] : [];
  });
  if (new Set(ids).size === ids.length) return ok;
  return problem(`block_id "${ids.find((id, index) => ids.indexOf(id) !== index)}" already exists`, at);
}

function tooManyTables(blocks: readonly unknown[], at: string): Problems {
  const tables = blocks.filter((block) => objectOf(block)['type'] === 'table').length;
  return tables > 1 ? problem('only_one_table_allowed', at) : ok;
}

function moreThanOneFocus(blocks: readonly unknown[], at: string): Problems {
  const focused = blocks
    .flatMap((block) => elementsOf(objectOf(block)))
    .filter((element) => element['focus_on_load'] === true);
  return focused.length > 1 ? problem('only one element may have focus_on_load', at) : ok;
}

function unknownFile(block: JsonObject, at: string, knowsFile: KnowsFile): Problems {
  const image = block['type'] === 'section' ? objectOf(block['accessory']) : block;
  if (!isObject(image['slack_file'])) return ok;
  const { id, url } = image['slack_file'];
  return knowsFile(textOf(id) || textOf(url)) ? ok : problem('invalid slack file', `${at}/slack_file`);
}
