const struck = '(secret)';

/** Shorter ones would strike out innocent words; no real token is that short. */
const secretMinChars = 6;

/** Shapes of secrets that no configuration knows of: another's token in an error text, a password in an address. */
const shapes: readonly RegExp[] = [
  /\bxox[a-z](?:\.[a-z]+)?-[\w-]{6,}/g,
  /\bxapp-[\w-]{6,}/g,
  /\bsk-[\w-]{12,}/g,
  // Discord: user id, moment and signature, each in Base64.
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(?<=\bBearer\s)[\w.~+/-]+=*/gi,
  /(?<=\bBot\s)[\w-]{20,}\.[\w.-]+/g,
  /(?<=\/\/)[^/\s:@]*:[^/\s@]+(?=@)/g,
  // Whoever has the address of a webhook may post to it.
  /(?<=hooks\.slack\.com\/)[\w/-]+/g,
  /(?<=\/api\/webhooks\/)[\w/-]+/g,
];

/** Makes a function that strikes secrets out of a text: the known ones wherever they stand, others by their shape. */
export function secretStriker(secrets: readonly string[]): (text: string) => string {
  // The longest first: a secret may begin with another.
  const known = secrets
    .filter((secret) => secret.length >= secretMinChars)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutKnown = known.reduce((left, secret) => left.replaceAll(secret, struck), text);
    return shapes.reduce((left, shape) => left.replace(shape, struck), withoutKnown);
  };
}
