import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../../../adapters/slack/questions.ts';
import { articleOf } from '../../../../../adapters/slack/shortcut.ts';

const event = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '5.1', text: '<@UBOT> What is new?' };
const read = (changes: Readonly<Record<string, unknown>> = {}) =>
  readQuestion({ team_id: 'T1', event: { ...event, ...changes } });

describe('a question in a message', () => {
  test('begins a thread, or goes on in the one that it stands in', () => {
    expect(read()?.origin).toMatchObject({ workspaceId: 'T1', channelId: 'C1', threadTs: '5.1' });
    expect(read({ thread_ts: '4.1' })?.origin.threadTs).toBe('4.1');
  });

  test.each([
    ['<@UBOT> What is new?', 'What is new?'],
    ['<@UBOT|wirewatch>: what &lt;b&gt; is it', 'what <b> is it'],
    ['<@UBOT>', ''],
    ['Ask <@U2|bob> about <#C2|trade>', 'Ask @bob about #trade'],
    ['see <https://a.test/?x=1&amp;y=2>', 'see https://a.test/?x=1&y=2'],
  ])('%s is asked as "%s"', (text, question) => {
    expect(read({ text })?.text).toBe(question);
  });

  test.each([
    ['of a bot', { bot_id: 'B1' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['that was deleted', { subtype: 'message_deleted' }],
    ['that Slack wrote', { subtype: 'channel_join' }],
    ['of nobody', { user: undefined }],
  ])('a message %s is none', (_, changes) => {
    expect(read(changes)).toBeNull();
  });

  test('a message with a file is one', () => {
    expect(read({ subtype: 'file_share' })?.text).toBe('What is new?');
  });
});

describe('what a message is compared by', () => {
  const link = { type: 'link', url: 'https://b.test/' };
  const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] }];

  test.each([
    [
      'its first link',
      { text: 'one <https://a.test/1|x> two <https://a.test/2>', blocks },
      'https://a.test/1',
    ],
    ['a link of its blocks', { text: 'no link', blocks }, 'https://b.test/'],
    [
      'the page of its preview',
      { text: '', attachments: [{}, { from_url: 'https://c.test/' }] },
      'https://c.test/',
    ],
    [
      'its text',
      { text: 'BIS &amp; OFAC act; write to <mailto:a@b.test|a@b.test>' },
      'BIS & OFAC act; write to a@b.test',
    ],
  ])('is %s', (_, message, article) => {
    expect(articleOf(message)).toBe(article);
  });
});
