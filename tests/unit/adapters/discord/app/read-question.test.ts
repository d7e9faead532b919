import { expect, test } from 'vitest';
import { readQuestion } from '../../../../../adapters/discord/read-question.ts';

const message = {
  ...{ id: '1', type: 0, channel_id: '2', guild_id: '3', content: '<@99>  What is\nnew?' },
  ...{ author: { id: '5' }, mentions: [{ id: '99' }], member: { roles: ['6'] } },
};

test('a message that mentions the bot is a question, without the mention', () => {
  expect(readQuestion(message, '99')).toMatchObject({
    ...{ messageId: '1', text: 'What is new?' },
    origin: { guildId: '3', placeId: '2', personId: '5', permissions: null, roleIds: ['6'] },
  });
});

test('a reply to the bot is a question too', () => {
  expect(readQuestion({ ...message, type: 19, content: 'And when?' }, '99')?.text).toBe('And when?');
});

test('a direct message needs no mention', () => {
  const direct = { ...message, guild_id: undefined, mentions: [], content: 'What is new?' };

  expect(readQuestion(direct, '99')?.origin.guildId).toBeNull();
});

test.each([
  ['does not mention the bot', { ...message, mentions: [{ id: '98' }] }],
  ['calls everyone', { ...message, mentions: [], mention_everyone: true }],
  ['is written by a bot', { ...message, author: { id: '5', bot: true } }],
  ['is written by a webhook', { ...message, webhook_id: '7' }],
  ["is Discord's own", { ...message, type: 7 }],
  ['is nothing', null],
])('a message that %s is no question', (_, body) => {
  expect(readQuestion(body, '99')).toBeNull();
});
