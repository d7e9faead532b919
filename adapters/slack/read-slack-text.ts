/** Slack's references in text that people wrote (docs.slack.dev/messaging/formatting-message-text). */
const reference = /<(?<sign>[@#!]?)(?<body>[^<>|]*)(?:\|(?<label>[^<>]*))?>/g;

type Show = (sign: string, body: string, label: string | undefined) => string;

/** The three characters that Slack escapes. The ampersand last, so that `&amp;lt;` stays what was typed. */
function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function read(text: string, show: Show): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const { sign = '', body = '', label } = match.groups ?? {};
    result += withoutEntities(text.slice(from, match.index)) + withoutEntities(show(sign, body, label));
    from = match.index + match[0].length;
  }
  return result + withoutEntities(text.slice(from));
}

/** Text from Slack as a person reads it: `#general`, `@alice`, bare addresses, no entities. */
export function plainSlackText(text: string): string {
  return read(text, (sign, body, label) => {
    if (sign === '') return body.replace(/^mailto:/, '');
    const [kind = '', id = ''] = body.split('^');
    if (sign === '!') return label ?? `@${id || kind}`;
    return `${sign}${label || body}`;
  });
}

/** The same for the value of an option: channels, people and groups become their ids. */
export function idsOfSlackText(text: string): string {
  return read(text, (sign, body) => (sign === '!' ? (body.split('^')[1] ?? body) : body));
}

/** The same for those who are to be mentioned: `person:U1`, `role:S1`. */
export function mentionsOfSlackText(text: string): string {
  return read(text, (sign, body) => {
    if (sign === '@') return `person:${body}`;
    if (sign === '!') return `role:${body.split('^')[1] ?? body}`;
    return body;
  });
}

/** The first address that stands in the text as a link; `null` where there is none. */
export function firstLinkOf(text: string): string | null {
  for (const match of text.matchAll(reference)) {
    const { sign, body = '' } = match.groups ?? {};
    if (sign === '' && /^https?:/i.test(body)) return withoutEntities(body);
  }
  return null;
}
