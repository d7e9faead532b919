import { describe, expect, test } from 'vitest';
import type { FieldError } from '../../../fakes/discord/validate/fields.ts';
import { messageProblems, nothingStanding } from '../../../fakes/discord/validate/message.ts';

const v2 = 32_768;
const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const text = (chars: number) => ({ type: 10, content: 'a'.repeat(chars) });

const brief = (problems: readonly FieldError[]) =>
  problems.map(({ path, code }) => `${path.join('.')} ${code}`);

/** What is taken, what is refused, and with which code. */
const messages = [
  [
    '2,000 characters',
    { content: 'a'.repeat(2_000) },
    { content: 'a'.repeat(2_001) },
    'content BASE_TYPE_MAX_LENGTH',
  ],
  [
    'ten embeds',
    { embeds: many(10, () => ({ title: 'a' })) },
    { embeds: many(11, () => ({ title: 'a' })) },
    'embeds BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6,000 characters in all embeds',
    { embeds: many(2, () => ({ description: 'a'.repeat(3_000) })) },
    { embeds: [{ description: 'a'.repeat(3_000) }, { description: 'a'.repeat(3_000), title: 'b' }] },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'an embed title of 256',
    { embeds: [{ title: 'a'.repeat(256) }] },
    { embeds: [{ title: 'a'.repeat(257) }] },
    'embeds.0.title BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a description of 4,096',
    { embeds: [{ description: 'a'.repeat(4_096) }] },
    { embeds: [{ description: 'a'.repeat(4_097) }] },
    'embeds.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    '25 fields',
    { embeds: [{ fields: many(25, () => ({ name: 'a', value: 'b' })) }] },
    { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field name of 256',
    { embeds: [{ fields: [{ name: 'a'.repeat(256), value: 'b' }] }] },
    { embeds: [{ fields: [{ name: 'a'.repeat(257), value: 'b' }] }] },
    'embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field value of 1,024',
    { embeds: [{ fields: [{ name: 'a', value: 'b'.repeat(1_024) }] }] },
    { embeds: [{ fields: [{ name: 'a', value: 'b'.repeat(1_025) }] }] },
    'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a footer of 2,048',
    { embeds: [{ footer: { text: 'a'.repeat(2_048) } }] },
    { embeds: [{ footer: { text: 'a'.repeat(2_049) } }] },
    'embeds.0.footer.text BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a nonce of 25',
    { content: 'a', nonce: 'n'.repeat(25) },
    { content: 'a', nonce: 'n'.repeat(26) },
    'nonce BASE_TYPE_MAX_LENGTH',
  ],
  [
    'one way to allow mentions',
    { content: 'a', allowed_mentions: { parse: [], users: ['1'] } },
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'components alone with the flag of V2',
    { flags: v2, components: [text(1)] },
    { flags: v2, components: [text(1)], content: 'a' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'text displays with the flag of V2 only',
    { flags: v2, components: [text(1)] },
    { components: [text(1)] },
    'components.0.type UNION_TYPE_CHOICES',
  ],
] as const;

test.each(messages)('takes %s, and no more', (_, taken, refused, problem) => {
  expect(brief(messageProblems(taken, null))).toEqual([]);
  expect(brief(messageProblems(refused, null))).toEqual([problem]);
});

describe('an edit', () => {
  const standing = { ...nothingStanding, flags: v2, components: [text(1)] };

  test('cannot take the flag of Components V2 away, and need not repeat it', () => {
    expect(messageProblems({ components: [text(2)] }, standing)).toEqual([]);
    expect(brief(messageProblems({ flags: 0 }, standing))).toEqual([
      'flags MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED',
    ]);
  });

  test('cannot give such a message a content', () => {
    expect(brief(messageProblems({ content: 'a' }, standing))).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  test('can turn a message with content into one only when it empties the content', () => {
    const legacy = { ...nothingStanding, content: 'a' };
    const body = { flags: v2, components: [text(1)] };

    expect(messageProblems({ ...body, content: null, embeds: [] }, legacy)).toEqual([]);
    expect(messageProblems(body, legacy)).toHaveLength(1);
  });
});
