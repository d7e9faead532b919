import type { Mention } from '../domain/mention.ts';

/** Everybody once, in the order in which they are first named. */
export function mergeMentions(...lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const byPlace = new Map<string, Mention>();
  for (const mention of lists.flat()) {
    const place = `${mention.kind} ${mention.id}`;
    if (!byPlace.has(place)) byPlace.set(place, mention);
  }
  return [...byPlace.values()];
}

/** These messages as they are, but that a role which one of them calls is not called again by a later one. */
export function callRolesOnce<Message extends { readonly mentions: readonly Mention[] }>(
  messages: readonly Message[],
): readonly Message[] {
  const called = new Set<string>();
  return messages.map((message) => {
    const mentions = message.mentions.filter(({ kind, id }) => kind === 'person' || !called.has(id));
    for (const { kind, id } of mentions) if (kind === 'role') called.add(id);
    return { ...message, mentions };
  });
}
