import { REST } from 'discord.js';
import { expect, test } from 'vitest';
import { createAnswerApi } from '../../../../../adapters/discord/answer-api.ts';
import { createAskApi } from '../../../../../adapters/discord/ask-api.ts';

/** Answers everything, and keeps whether a request brought an end of its own. */
class OpenRest extends REST {
  readonly signals: unknown[] = [];

  override async request(options: Parameters<REST['request']>[0]): Promise<unknown> {
    this.signals.push(options.signal ?? null);
    return { id: '1', flags: 0, roles: [] };
  }
}

test('no request of what people wait for has a time that runs while it waits for its turn', async () => {
  const rest = new OpenRest();
  const answers = createAnswerApi(rest);
  const ask = createAskApi(rest);
  const token = { id: '1', applicationId: '2', token: 't' };

  await answers.callback(token, {});
  await answers.fill(token, {});
  await answers.isFilled(token);
  await answers.followUp(token, {});
  await answers.post('1', {});
  await answers.startThread('1', '2', 'name');
  await answers.openDirect('1');
  await ask.memberRoles('1', '2');
  await ask.putCommands('1', null, []);

  expect(rest.signals).toEqual(Array.from({ length: 9 }, () => null));
});
