/** Commands of buttons that are too long for a button: what is kept is found by a short key. */
export interface ActionStore {
  /** Keeps an encoded action (see domain/action.ts) under its `shortHash`. */
  remember(text: string, atMs: number): Promise<void>;
  find(key: string): Promise<string | null>;
}
