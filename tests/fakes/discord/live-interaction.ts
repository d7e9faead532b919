import type { FakeInteraction, FakeMessage } from './records.ts';

/** An interaction with what the fake itself needs of it. */
export interface LiveInteraction extends FakeInteraction {
  /** By the machine's own clock (`performance.now`). */
  readonly startedAtMs: number;
  /** The message whose component was used, or whose component opened the modal. */
  readonly source: FakeMessage | null;
}

/** docs.discord.com/developers/interactions/receiving-and-responding: tokens are valid for 15 minutes. */
export const tokenLifeMs = 900_000;

export function tokenOf(id: string): string {
  return `interaction.${id}`;
}

export function idOfToken(token: string): string {
  return token.slice(token.indexOf('.') + 1);
}
