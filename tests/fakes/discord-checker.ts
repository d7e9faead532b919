type Payload = Readonly<Record<string, unknown>>;
type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

/** Every component of a message, nested ones included. */
function componentsOf(payload: Payload): readonly Node[] {
  return nodesOf(payload['components']).filter((node) => typeof node['type'] === 'number');
}

function buttonsOf(payload: Payload): readonly Node[] {
  return componentsOf(payload).filter((component) => component['type'] === 2);
}

function contentsOf(payload: Payload): readonly string[] {
  return componentsOf(payload).flatMap((component) =>
    component['type'] === 10 ? [String(component['content'])] : [],
  );
}

/** What Discord would refuse a payload for, or post otherwise than it was meant. */
export function discordProblems(payload: Payload): readonly string[] {
  const contents = contentsOf(payload);
  const labels = buttonsOf(payload).map((button) => String(button['label']));
  const chars = [...contents, ...labels].reduce((sum, text) => sum + text.length, 0);
  const limit = (what: string, found: number, max: number) =>
    found > max ? [`${what}: ${found} > ${max}`] : [];
  const mustBe = (what: string, isSo: boolean) => (isSo ? [] : [what]);
  return [
    ...limit('components', componentsOf(payload).length, 40),
    ...limit('characters of text', chars, 4000),
    ...limit('nonce', String(payload['nonce']).length, 25),
    ...mustBe('a text is empty', contents.length > 0 && contents.every((content) => content.trim() !== '')),
    ...mentionProblems(payload['allowed_mentions'] as Node, contents.join('\n')),
    ...mustBe(
      'not Components V2',
      payload['flags'] === 32_768 && !('content' in payload) && !('embeds' in payload),
    ),
    ...mustBe('the nonce is not enforced', payload['enforce_nonce'] === true),
    ...mustBe('half a character', !/\\ud[89a-f]/.test(JSON.stringify(payload))),
    ...buttonsOf(payload).flatMap(buttonProblems),
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

function buttonProblems({ label, custom_id: customId, url, style }: Node): readonly string[] {
  const isShort = (text: unknown, max: number) =>
    typeof text === 'string' && text.length > 0 && text.length <= max;
  const target = style === 5 ? isShort(url, 512) && /^https?:\/\//.test(String(url)) : isShort(customId, 100);
  return [
    ...(isShort(label, 80) ? [] : [`label ${String(label)}`]),
    ...(target ? [] : ['button without target']),
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
  const buttons = buttonsOf(payload).flatMap((button) =>
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
