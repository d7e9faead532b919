/** Who is called to a message. Only code makes a mention of it; `id` is the platform's own. */
export interface Mention {
  readonly kind: 'person' | 'role';
  readonly id: string;
}
