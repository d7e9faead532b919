import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPerson } from '../../../../adapters/slack/answer-person.ts';
import { type FakeWebServer, startFakeWebServer } from '../../../fakes/fake-web-server.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { answerDocument } from '../../../fixtures/documents.ts';

let server: FakeWebServer;

beforeEach(async () => {
  server = await startFakeWebServer();
});

afterEach(() => server.stop());

/** A response_url that answers in order; what came to it. */
function respondingWith(answers: readonly { readonly status: number; readonly body: string }[]) {
  const bodies: string[] = [];
  server.answer('/respond', async (request, response) => {
    const { status, body } = answers[bodies.push(await text(request)) - 1] ?? { status: 404, body: '' };
    response.writeHead(status).end(body);
  });
  return bodies;
}

const taken = { status: 200, body: '{"ok":true}' };
const refused = { status: 400, body: '{"ok":false,"error":"invalid_blocks"}' };

function answer(): Promise<void> {
  const origin = {
    ...{ workspaceId: 'T1', personId: 'U1', channelId: null, threadTs: null, triggerId: null },
    responseUrl: server.url('/respond'),
  };
  // Nobody could be written to but by the response_url.
  const desk = {
    clients: { of: async () => null },
    patiently: <T>(call: () => Promise<T>) => call(),
    log: new RecordingLog(),
  };
  return answerPerson({ kind: 'documents', documents: [answerDocument()] }, origin, 'en', desk);
}

const asksIn = (bodies: readonly string[]) => bodies.map((body) => body.includes('feedback_buttons'));

test('an answer is sent with the question whether it helped', async () => {
  const bodies = respondingWith([taken]);

  await answer();

  expect(asksIn(bodies)).toEqual([true]);
});

test('where the response_url refuses the blocks, the answer is sent once more without the question', async () => {
  const bodies = respondingWith([refused, taken]);

  await answer();

  expect(asksIn(bodies)).toEqual([true, false]);
  expect(bodies[1]).toContain('Eleven firms were added');
});

test('where the response_url is used up, it is not asked again', async () => {
  const bodies = respondingWith([{ status: 404, body: '{"ok":false,"error":"used_url"}' }]);

  await expect(answer()).rejects.toThrow('not installed');

  expect(bodies).toHaveLength(1);
});
