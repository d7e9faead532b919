import { isIP } from 'node:net';
import { z } from 'zod';

// One kind of value a function. Each says in one sentence what a value must be, and in another what to write.

function kind<T>(check: (value: unknown) => boolean, problem: string, wayOut: string) {
  return z.custom<T>(check, { error: problem, params: { wayOut } });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export function wholeNumber(range: { min: number; max: number; unit: string; example: number }) {
  const { min, max, unit, example } = range;
  const isFitting = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const problem = `it must be a whole number of ${unit} from ${min} to ${max}`;
  return kind<number>(isFitting, problem, `Write for example ${example}.`);
}

/** A number, whole or not. */
export function decimal(range: { min: number; max: number; example: number }) {
  const { min, max, example } = range;
  const isFitting = (value: unknown) => typeof value === 'number' && value >= min && value <= max;
  return kind<number>(
    isFitting,
    `it must be a number from ${min} to ${max}`,
    `Write for example ${example}.`,
  );
}

export function yesOrNo() {
  return kind<boolean>(
    (value) => typeof value === 'boolean',
    'it must be true or false',
    'Write true or false.',
  );
}

export function oneOf<const T extends readonly string[]>(words: T) {
  const list = words.join(', ');
  const isOne = (value: unknown) => words.some((word) => word === value);
  return kind<T[number]>(isOne, `it must be one of ${list}`, `Write one of ${list}.`);
}

export function plainText(what: string) {
  return kind<string>(
    isText,
    `it must be ${what}, as text`,
    'Write the text, in quotes where it looks like a number.',
  );
}

/** Name of a file of ours without its ending: no folders, so that it cannot lead outside. */
export function shortName(what: string) {
  const isShort = (value: unknown) => isText(value) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
  const problem = `it must be ${what}: small letters, digits and single hyphens`;
  return kind<string>(isShort, problem, 'Write for example export-controls.');
}

/** What is wrong with a cron expression in a zone, as a sentence; `null` when nothing is. */
export type ProblemOfCron = (cron: string, zone: string) => string | null;

/** The zone is checked by itself, so that a mistake in it does not hide one in the expression. */
export function cronExpression(problemOfCron: ProblemOfCron) {
  const problemOf = (value: unknown) => (isText(value) ? problemOfCron(value, 'UTC') : 'It must be text.');
  return z.custom<string>((value) => problemOf(value) === null, {
    error: ({ input }) => asClause(problemOf(input) ?? ''),
    params: { wayOut: 'Write for example "0 8 * * 1-5", in quotes: minute hour day month weekday.' },
  });
}

function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** Name in the IANA time zone database. A bare offset is refused: it has no daylight saving time. */
export function zoneName() {
  return kind<string>(
    isZone,
    'it must be the name of a time zone as the IANA lists it',
    'Write for example Europe/Berlin, or UTC.',
  );
}

function isZone(value: unknown): boolean {
  if (!isText(value) || /^[+-]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

/** An http(s) address without credentials, which would show in logs and links. */
export function webAddress() {
  const problem = 'it must be an http or https address without a user name or password';
  return kind<string>(
    isWebAddress,
    problem,
    'Write the whole address, for example https://example.com/feed.xml.',
  );
}

export function isWebAddress(value: unknown): boolean {
  const url = isText(value) ? URL.parse(value) : null;
  if (url?.username !== '' || url.password !== '') return false;
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}

/** Primary language subtag (RFC 5646, 2.2.1). */
export function language() {
  const isLanguage = (value: unknown) => isText(value) && /^[a-z]{2,3}$/.test(value);
  const problem = 'it must be a language in two or three small letters';
  return kind<string>(isLanguage, problem, 'Write for example en or zh, or und where it varies.');
}

/** `host`, `host:port`, or an IP address; IPv6 in brackets when a port follows. */
export function hostName() {
  const problem = 'it must be a host or host:port, without http:// and without a path';
  return kind<string>(isHost, problem, 'Write for example 127.0.0.1 or intranet.example:8080.');
}

function isHost(value: unknown): boolean {
  if (!isText(value)) return false;
  if (isIP(value) === 6) return true;
  const parts =
    /^(?:\[(?<v6>[^\]]+)\]|(?<name>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?))(?::(?<port>\d{1,5}))?$/i.exec(value);
  if (!parts) return false;
  const { v6, port } = parts.groups ?? {};
  return (v6 === undefined || isIP(v6) === 6) && Number(port ?? 1) >= 1 && Number(port ?? 1) <= 65_535;
}

/** A number of things, or `auto` where the number is left to somebody else. */
export function autoOrNumber(range: { min: number; max: number; unit: string; example: number }) {
  const { min, max, unit, example } = range;
  const isFitting = (value: unknown) =>
    value === 'auto' || (Number.isInteger(value) && Number(value) >= min && Number(value) <= max);
  const problem = `it must be auto, or a whole number of ${unit} from ${min} to ${max}`;
  return kind<'auto' | number>(isFitting, problem, `Write auto, or for example ${example}.`);
}

/** An id of Discord, as text: as a number YAML would round it. Or nothing. */
export function discordId(what: string) {
  const isId = (value: unknown) => value === null || (isText(value) && /^\d{17,20}$/.test(value));
  const problem = `it must be ${what}: 17 to 20 digits in quotes`;
  return kind<string | null>(isId, problem, 'Write for example "200000000000000001", or null for none.');
}

/** A mail address or URL for our User-Agent header, or nothing. */
export function contact() {
  const isContact = (value: unknown) =>
    value === null || isWebAddress(value) || (isText(value) && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value));
  const problem = 'it must be a mail address or an http(s) address';
  return kind<string | null>(isContact, problem, 'Write for example news-bot@example.com, or null for none.');
}
