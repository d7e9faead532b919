import type { Json } from '../records.ts';
import { componentsV2, legacyComponents } from './components.ts';
import { embeds } from './embeds.ts';
import {
  all,
  type Check,
  choiceOf,
  type FieldError,
  flag,
  integer,
  jsonOf,
  list,
  listOf,
  numberOf,
  optional,
  shape,
  snowflake,
  text,
  wrong,
} from './fields.ts';

/** docs.discord.com/developers/resources/message: message flags. */
export const messageFlags = {
  crossposted: 1,
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4_096,
  componentsV2: 32_768,
} as const;

/** What a message is before an edit; all empty for a new one. */
export interface Standing {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly flags: number;
}

export const nothingStanding: Standing = { content: '', embeds: [], components: [], flags: 0 };

function hasV2(flags: unknown): boolean {
  return (numberOf(flags) & messageFlags.componentsV2) !== 0;
}

const mentionsShape = shape({
  parse: optional(list(choiceOf('roles', 'users', 'everyone'), 0, 3)),
  users: optional(list(snowflake, 0, 100)),
  roles: optional(list(snowflake, 0, 100)),
  replied_user: optional(flag),
});

/** `parse: ['users']` and a list of users exclude each other; so for roles. */
const mentionsOnce: Check = (value, path) => {
  const mentions = jsonOf(value);
  const named = ['users', 'roles'].filter(
    (kind) => listOf(mentions['parse']).includes(kind) && listOf(mentions[kind]).length > 0,
  );
  return named.flatMap((kind) =>
    wrong(
      path,
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    ),
  );
};

const nonce: Check = (value, path) => (Number.isInteger(value) ? [] : text(0, 25)(value, path));

const common = shape({
  content: optional(text(0, 2_000)),
  embeds: optional(embeds),
  allowed_mentions: optional(all(mentionsShape, mentionsOnce)),
  flags: optional(integer(0, Number.MAX_SAFE_INTEGER)),
  nonce: optional(nonce),
  enforce_nonce: optional(flag),
  tts: optional(flag),
});

/** With the flag of Components V2 a message has components and files only. */
const noLegacyFields: Check = (value, path) =>
  ['content', 'embeds', 'poll', 'sticker_ids'].flatMap((name) => {
    const field = jsonOf(value)[name];
    const isEmpty = !field || (Array.isArray(field) && field.length === 0);
    return isEmpty
      ? []
      : wrong(
          [...path, name],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        );
  });

/** What is wrong with a body that creates a message (no `standing`) or edits one. */
export function messageProblems(body: Json, standing: Standing | null): readonly FieldError[] {
  const isV2 = hasV2(body['flags']) || hasV2(standing?.flags);
  return [
    ...common(body, []),
    ...optional(isV2 ? componentsV2 : legacyComponents)(body['components'], ['components']),
    ...(isV2 ? noLegacyFields(body, []) : []),
    ...flagProblems(body, standing),
  ];
}

function flagProblems(body: Json, standing: Standing | null): readonly FieldError[] {
  if (!standing || body['flags'] === undefined || body['flags'] === null) return [];
  if (hasV2(standing.flags) && !hasV2(body['flags']))
    return wrong(
      ['flags'],
      'MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED',
      'IS_COMPONENTS_V2 cannot be removed from a message.',
    );
  const isLegacy = standing.content !== '' || standing.embeds.length > 0;
  const keeps = (name: string) => body[name] === undefined;
  return !hasV2(standing.flags) && hasV2(body['flags']) && isLegacy && (keeps('content') || keeps('embeds'))
    ? wrong(
        ['flags'],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        'content and embeds must be emptied first.',
      )
    : [];
}

/** The message once the body has been applied to what stands. */
export function afterwards(body: Json, standing: Standing): Standing {
  const given = (name: string, before: readonly Json[]) =>
    body[name] === undefined ? before : listOf(body[name]).map(jsonOf);
  return {
    content: body['content'] === undefined ? standing.content : String(body['content'] ?? ''),
    embeds: given('embeds', standing.embeds),
    components: given('components', standing.components),
    flags: numberOf(body['flags'] ?? standing.flags),
  };
}

/** A message that holds nothing of what one of must be there (50006). */
export function isEmptyMessage(message: Standing, fileCount: number): boolean {
  if (fileCount > 0 || message.components.length > 0) return false;
  return message.content.trim() === '' && message.embeds.length === 0;
}
