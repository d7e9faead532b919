type Payload = Readonly<Record<string, unknown>>;
type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

/** Every component of a message, nested ones included. */
export function componentsOf(payload: Payload): readonly Node[] {
  return nodesOf(payload['components']).filter((node) => typeof node['type'] === 'number');
}

function ofType(payload: Payload, type: number): readonly Node[] {
  return componentsOf(payload).filter((component) => component['type'] === type);
}

function embedsOf(payload: Payload): readonly Node[] {
  const { embeds } = payload;
  return Array.isArray(embeds) ? embeds : [];
}

/** All in which a client reads markup. */
function contentsOf(payload: Payload): readonly string[] {
  const content = typeof payload['content'] === 'string' ? [payload['content']] : [];
  const displays = ofType(payload, 10).map(({ content: text }) => String(text));
  return [...content, ...displays, ...embedsOf(payload).map(({ description }) => String(description))];
}

/** All that is shown as it stands: labels and placeholders. */
export function plainTextsOf(payload: Payload): readonly string[] {
  return nodesOf(payload['components']).flatMap((node) =>
    ['label', 'placeholder', 'description', 'title'].flatMap((name) =>
      typeof node[name] === 'string' ? [node[name]] : [],
    ),
  );
}

const limit = (what: string, found: number, max: number) =>
  found > max ? [`${what}: ${found} > ${max}`] : [];
const mustBe = (what: string, isSo: boolean) => (isSo ? [] : [what]);
const charsOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

/** What Discord would refuse a message of a delivery for, or post otherwise than it was meant. */
export function discordProblems(payload: Payload): readonly string[] {
  return [
    ...limit('nonce', String(payload['nonce']).length, 25),
    ...mustBe('the nonce is not enforced', payload['enforce_nonce'] === true),
    ...answerProblems(payload),
  ];
}

/** The same of an answer to somebody, which has no nonce. */
export function answerProblems(payload: Payload): readonly string[] {
  const contents = contentsOf(payload);
  const shown = contents.filter((content) => content.trim() !== '');
  return [
    ...('embeds' in payload ? embedProblems(payload) : containerProblems(payload)),
    ...mustBe('it says nothing', shown.length > 0),
    ...mentionProblems(payload['allowed_mentions'] as Node, contents.join('\n')),
    ...mustBe('half a character', !/\\ud[89a-f]/.test(JSON.stringify(payload))),
    ...plainTextsOf(payload).flatMap((text) => mustBe(`invisible in ${text}`, !invisible.test(text))),
    ...controlProblems(payload),
  ];
}

const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

function containerProblems(payload: Payload): readonly string[] {
  const contents = contentsOf(payload);
  const labels = ofType(payload, 2).map(({ label }) => String(label));
  return [
    ...limit('components', componentsOf(payload).length, 40),
    ...limit('characters of text', charsOf([...contents, ...labels]), 4000),
    ...mustBe(
      'a text is empty',
      contents.every((content) => content.trim() !== ''),
    ),
    ...mustBe('not Components V2', payload['flags'] === 32_768 && !('content' in payload)),
  ];
}

function embedProblems(payload: Payload): readonly string[] {
  const { content, components, flags = 0 } = payload;
  const descriptions = embedsOf(payload).map(({ description }) => String(description));
  return [
    ...limit('content', String(content).length, 2000),
    ...limit('embeds', descriptions.length, 10),
    ...limit('characters of embeds', charsOf(descriptions), 6000),
    ...descriptions.flatMap((text) => limit('description', text.length, 4096)),
    ...mustBe('rows', Array.isArray(components) && components.length <= 5),
    ...mustBe('Components V2 beside embeds', flags === 0 && ofType(payload, 10).length === 0),
  ];
}

function controlProblems(payload: Payload): readonly string[] {
  const ids = componentsOf(payload).flatMap(({ custom_id: id }) => (id === undefined ? [] : [String(id)]));
  return [
    ...mustBe('a custom_id stands twice', new Set(ids).size === ids.length),
    ...ofType(payload, 1).flatMap(({ components }) => limit('a row', [components].flat().length, 5)),
    ...ofType(payload, 2).flatMap(buttonProblems),
    ...ofType(payload, 3).flatMap(selectProblems),
  ];
}

/** What is allowed must be what is called, and nothing may be allowed in general. */
function mentionProblems({ parse, users = [], roles = [] }: Node, content: string): readonly string[] {
  const called = (pattern: RegExp) =>
    JSON.stringify([...new Set([...content.matchAll(pattern)].map(([, id]) => id))]);
  return [
    ...(JSON.stringify(parse) === '[]' ? [] : ['mentions are allowed in general']),
    ...(JSON.stringify(users) === called(/(?<!\\)<@(\d+)>/g) ? [] : ['other people are allowed than called']),
    ...(JSON.stringify(roles) === called(/(?<!\\)<@&(\d+)>/g) ? [] : ['other roles are allowed than called']),
  ];
}

function isShort(text: unknown, max: number): boolean {
  return typeof text === 'string' && text.length > 0 && text.length <= max;
}

function buttonProblems({ label, custom_id: customId, url, style }: Node): readonly string[] {
  const target = style === 5 ? isShort(url, 512) && /^https?:\/\//.test(String(url)) : isShort(customId, 100);
  return [
    ...mustBe(`label ${String(label)}`, isShort(label, 80)),
    ...mustBe('button without target', target),
  ];
}

function selectProblems({ custom_id: customId, placeholder, options }: Node): readonly string[] {
  const items: readonly Node[] = Array.isArray(options) ? options : [];
  const values = items.map(({ value }) => value);
  return [
    ...mustBe('select', isShort(customId, 100) && isShort(placeholder, 150)),
    ...mustBe(`${items.length} options`, items.length > 0 && items.length <= 25),
    ...mustBe('an option stands twice', new Set(values).size === values.length),
    ...items.flatMap(({ label, value }) =>
      mustBe(`option ${String(label)}`, isShort(label, 100) && isShort(value, 100)),
    ),
  ];
}

/** What the client makes of it, once escaped characters and masked links are out of the way. */
const live: readonly RegExp[] = [
  /<[^>]*>?/g,
  /@(?:everyone|here)/g,
  /\w+:\/\/\S*/g,
  /:[\w+-]+:/g,
  /\|\|/g,
  /`+/g,
  /[*_~]+/g,
  /^(?:#{1,3}|-#|>{1,3}|[-+*]|\d+\.)(?=\s)/gm,
  /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\n)\p{Cc}/gu,
];

/**
 * What is more than text once a client has read the message, in the order of `live`, links first. A backslash
 * before punctuation makes it text; a masked link is `[label](address)`.
 */
export function liveMarkup(payload: Payload): readonly string[] {
  const buttons = ofType(payload, 2).flatMap((button) =>
    'url' in button ? [`button ${String(button['url'])}`] : [],
  );
  return [...contentsOf(payload).flatMap(markupOf), ...buttons];
}

export function markupOf(content: string): readonly string[] {
  // U+E000 stands for a character that was escaped: text, whatever it was.
  const read = content.replace(/\\[^0-9A-Za-z\s]/g, '\uE000');
  const links: string[] = [];
  const rest = read.replace(/\[([^[\]]*)\]\(<?(\S+?)>?\)/g, (_, label: string, url: string) => {
    links.push(`link ${url}`);
    return label;
  });
  return [...links, ...live.flatMap((pattern) => rest.match(pattern) ?? [])];
}

/** All that a reader sees, for looking up what must not be lost. */
export function discordText(payloads: readonly Payload[]): string {
  return payloads.flatMap(contentsOf).join('\n');
}
