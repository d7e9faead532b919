import { isObject, type JsonObject } from '../json.ts';

/** What is wrong and where, in Slack's words: `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`. */
export type Problems = readonly string[];

/** Checks a value that stands at a JSON pointer. */
export type Rule = (value: unknown, at: string) => Problems;

export const ok: Problems = [];

export function problem(what: string, at: string): Problems {
  return [`${what} [json-pointer:${at}]`];
}

/** A string of `min` to `max` UTF-16 units. */
export function string(max: number, min = 1): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return problem('must be a string', at);
    if (value.length < min) return problem(`must be more than ${min - 1} characters`, at);
    return value.length > max ? problem(`must be less than ${max + 1} characters`, at) : ok;
  };
}

/** A text object. `kinds`: which types it may have. */
export function text(max: number, ...kinds: readonly string[]): Rule {
  const allowed = kinds.length > 0 ? kinds : ['plain_text'];
  return (value, at) => {
    if (!isObject(value)) return problem('must be a text object', at);
    if (!allowed.includes(String(value['type'])))
      return problem(`must be one of ${allowed.join(', ')}`, `${at}/type`);
    return string(max)(value['text'], `${at}/text`);
  };
}

export const anyText = (max: number): Rule => text(max, 'plain_text', 'mrkdwn');

/** A list of `min` to `max` items, each after the rule. */
export function list(max: number, rule: Rule, min = 1): Rule {
  return (value, at) => {
    if (!Array.isArray(value)) return problem('must be a list', at);
    if (value.length < min) return problem(`no fewer than ${min} items allowed`, at);
    if (value.length > max) return problem(`no more than ${max} items allowed`, at);
    return value.flatMap((item, index) => rule(item, `${at}/${index}`));
  };
}

export const flag: Rule = (value, at) => (typeof value === 'boolean' ? ok : problem('must be a boolean', at));

export function oneOf(...values: readonly unknown[]): Rule {
  return (value, at) => (values.includes(value) ? ok : problem(`must be one of ${values.join(', ')}`, at));
}

export function whole(min: number, max: number): Rule {
  return (value, at) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? ok
      : problem(`must be a whole number from ${min} to ${max}`, at);
}

export const url: Rule = (value, at) => {
  const long = string(3000)(value, at);
  return long.length > 0 || /^(?:https?|mailto|slack|tel):\S+$/.test(String(value))
    ? long
    : problem('must be a valid URL', at);
};

/** An object with these fields; those whose name ends in `?` may be absent. Other fields are refused. */
export function fields(rules: Readonly<Record<string, Rule>>): Rule {
  const known = Object.entries(rules).map(([name, rule]) => ({
    name: name.replace('?', ''),
    isOptional: name.endsWith('?'),
    rule,
  }));
  const names = new Set(['type', ...known.map(({ name }) => name)]);
  return (value, at) => {
    if (!isObject(value)) return problem('must be an object', at);
    const unknown = Object.keys(value).filter((name) => !names.has(name));
    return [
      ...unknown.flatMap((name) => problem(`additional property "${name}" not allowed`, at)),
      ...known.flatMap(({ name, isOptional, rule }) => {
        if (value[name] !== undefined) return rule(value[name], `${at}/${name}`);
        return isOptional ? ok : problem(`missing required field: ${name}`, at);
      }),
    ];
  };
}

/** By the object's `type`. */
export function byType(rules: Readonly<Record<string, Rule>>, what: string): Rule {
  return (value, at) => {
    const type = isObject(value) ? String(value['type']) : 'none';
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule ? rule(value, at) : problem(`unsupported type: ${type} (${what})`, `${at}/type`);
  };
}

/** What the object must be besides. */
export function also(rule: Rule, check: (value: JsonObject, at: string) => Problems): Rule {
  return (value, at) => {
    const found = rule(value, at);
    return found.length === 0 && isObject(value) ? check(value, at) : found;
  };
}
