import { isObject, type JsonObject } from '../json.ts';
import { blockProblems, type KnowsFile } from './check-blocks.ts';
import type { PayloadRefusal } from './check-message.ts';
import { fields, flag, type Problems, problem, type Rule, string, text } from './problems.ts';

/** docs.slack.dev/reference/views: the view's JSON. */
const maxViewBytes = 250_000;

const anything: Rule = () => [];
const common = {
  blocks: anything,
  'private_metadata?': string(3000, 0),
  'callback_id?': string(255, 0),
  'external_id?': string(255, 0),
};
const modal = fields({
  ...common,
  title: text(24),
  'close?': text(24),
  'submit?': text(24),
  'clear_on_close?': flag,
  'notify_on_close?': flag,
  'submit_disabled?': flag,
});
const home = fields(common);

/** What Slack would refuse a view for. Null: it takes it. */
export function viewRefusal(
  view: unknown,
  kind: 'modal' | 'home',
  knowsFile?: KnowsFile,
): PayloadRefusal | null {
  if (!isObject(view))
    return { error: 'invalid_arguments', messages: ['[ERROR] must provide an object [json-pointer:/view]'] };
  if (Buffer.byteLength(JSON.stringify(view)) > maxViewBytes)
    return { error: 'view_too_large', messages: [] };
  const problems = viewProblems(view, kind, knowsFile);
  return problems.length === 0
    ? null
    : { error: 'invalid_arguments', messages: problems.map((each) => `[ERROR] ${each}`) };
}

function viewProblems(view: JsonObject, kind: 'modal' | 'home', knowsFile?: KnowsFile): Problems {
  if (view['type'] !== kind) return problem(`must be a view of type ${kind}`, '/view/type');
  return [
    ...(kind === 'modal' ? modal : home)(view, '/view'),
    ...blockProblems(view['blocks'], kind, '/view/blocks', knowsFile),
    ...inputsWithoutSubmit(view, kind),
  ];
}

function inputsWithoutSubmit(view: JsonObject, kind: 'modal' | 'home'): Problems {
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : [];
  const hasInput = blocks.some((block) => isObject(block) && block['type'] === 'input');
  return kind === 'modal' && hasInput && view['submit'] === undefined
    ? problem('missing required field: submit (the view has inputs)', '/view')
    : [];
}
