import type { FieldError, Path } from '../validate/fields.ts';

/** An answer of Discord that refuses (docs.discord.com/developers/topics/opcodes-and-status-codes). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

const refusals = {
  unknownRoute: [404, 0, '404: Not Found'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownTag: [404, 10087, 'Unknown tag'],
  notThisApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooManyCreates: [429, 30034, 'Max number of daily application command creates has been reached (200)'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted'],
  forumTakesNoMessages: [400, 40058, 'Cannot send a message in a forum channel'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  notOwnMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  refusesDirectMessages: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRecipients: [400, 50033, 'Invalid Recipient(s)'],
  invalidVersion: [400, 50041, 'Invalid API version'],
  archivedThread: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [400, 160005, 'Thread is locked'],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>;

export type Refusal = keyof typeof refusals;

export function refuse(refusal: Refusal): ApiError {
  const [status, code, message] = refusals[refusal];
  return new ApiError(status, code, message);
}

/** Throws 50035 with the fields, if there are any; `path` is where the checked part stands in the body. */
export function refuseFields(fields: readonly FieldError[], path: Path = []): void {
  if (fields.length === 0) return;
  const placed = fields.map((field): FieldError => ({ ...field, path: [...path, ...field.path] }));
  throw new ApiError(400, 50035, 'Invalid Form Body', placed);
}

interface ErrorTree {
  _errors?: { readonly code: string; readonly message: string }[];
  [name: string]: ErrorTree | ErrorTree['_errors'];
}

/** Discord's nested form: the path as keys, and `_errors` at its end. */
export function errorTree(fields: readonly FieldError[]): ErrorTree {
  const tree: ErrorTree = {};
  for (const { path, code, message } of fields) {
    let place = tree;
    for (const key of path.map(String)) {
      const next = place[key];
      const branch: ErrorTree = next && !Array.isArray(next) ? next : {};
      place[key] = branch;
      place = branch;
    }
    place._errors = [...(place._errors ?? []), { code, message }];
  }
  return tree;
}
