import type { ServerResponse } from 'node:http';
import type { MethodAnswer } from './answer-method.ts';

export function reply(response: ServerResponse, { status, headers, body }: MethodAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
