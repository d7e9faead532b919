import {
  all,
  type Check,
  charsOf,
  flag,
  integer,
  jsonOf,
  jsonsOf,
  list,
  listOf,
  optional,
  shape,
  text,
  textOf,
  url,
  wrong,
} from './fields.ts';

// docs.discord.com/developers/resources/message: embed limits.
const maxEmbeds = 10;
const maxEmbedsChars = 6_000;

const media = shape({ url: url(2_048, ['http', 'https', 'attachment']) });

const embedShape = shape({
  title: optional(text(0, 256)),
  description: optional(text(0, 4_096)),
  url: optional(url(2_048)),
  color: optional(integer(0, 0xffffff)),
  footer: optional(
    shape({ text: text(1, 2_048), icon_url: optional(url(2_048, ['http', 'https', 'attachment'])) }),
  ),
  author: optional(shape({ name: text(1, 256), url: optional(url(2_048)) })),
  image: optional(media),
  thumbnail: optional(media),
  fields: optional(list(shape({ name: text(1, 256), value: text(1, 1_024), inline: optional(flag) }), 0, 25)),
});

const holdsSomething: Check = (value, path) => {
  const embed = jsonOf(value);
  const parts = ['title', 'description', 'image', 'thumbnail', 'author', 'footer'];
  const isFull = parts.some((part) => embed[part]) || listOf(embed['fields']).length > 0;
  return isFull ? [] : wrong([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
};

/** The characters that count to the 6,000 of all embeds. */
function embedChars(value: unknown): number {
  const embed = jsonOf(value);
  const fields = jsonsOf(embed['fields']).flatMap((field) => [field['name'], field['value']]);
  const texts = [
    embed['title'],
    embed['description'],
    jsonOf(embed['footer'])['text'],
    jsonOf(embed['author'])['name'],
  ];
  return [...texts, ...fields].reduce<number>((sum, part) => sum + charsOf(textOf(part)), 0);
}

const fitsTogether: Check = (value, path) =>
  listOf(value).reduce<number>((sum, embed) => sum + embedChars(embed), 0) <= maxEmbedsChars
    ? []
    : wrong(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${maxEmbedsChars}`);

export const embeds: Check = all(list(all(embedShape, holdsSomething), 0, maxEmbeds), fitsTogether);
