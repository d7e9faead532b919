import { existsSync, readFileSync } from 'node:fs';
import { schemaProblems } from './json-schema.ts';
import type { Json } from './records.ts';
import { isJson, jsonOf } from './validate/fields.ts';

const file = '../shared/reference/discord-openapi.json';

export const openapiIsAbsent = `${file} is absent: nothing to check against`;

/** What Discord's own description of its API finds wrong with the body of a request. */
export type OpenapiCheck = (method: string, route: string, body: unknown) => readonly string[];

/** `null` where the description is not beside the checkout. */
export function loadOpenapiCheck(): OpenapiCheck | null {
  const document = loadDocument();
  if (!document) return null;
  const paths = new Map(
    Object.entries(jsonOf(document['paths'])).map(([path, item]) => [withoutNames(path), jsonOf(item)]),
  );
  return (method, route, body) => {
    const operation = jsonOf(paths.get(withoutNames(route))?.[method.toLowerCase()]);
    const content = jsonOf(jsonOf(operation['requestBody'])['content']);
    const schema = jsonOf(content['application/json'])['schema'];
    return isJson(schema) ? schemaProblems(document, schema, body, '') : [`${method} ${route} takes no body`];
  };
}

/** The check of one schema of the description, by its name; `null` where the description is not beside the checkout. */
export function loadSchemaCheck(name: string): ((value: unknown) => readonly string[]) | null {
  const document = loadDocument();
  if (!document) return null;
  const schema = { $ref: `#/components/schemas/${name}` };
  return (value) => schemaProblems(document, schema, value, '');
}

function loadDocument(): Json | null {
  return existsSync(file) ? jsonOf(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** `/channels/{channel_id}` and `/channels/:channel` are the same. */
function withoutNames(path: string): string {
  return path.replace(/\{[^}]*\}|:\w+/g, '{}');
}
