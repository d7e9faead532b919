/** What the worker needs to know to open the database, also again after it was replaced. */
export interface StoreSettings {
  readonly path: string;
  /** How long one statement waits for another process to let go of the database. */
  readonly busyTimeoutMs: number;
}

/** One method of one port, asked of the worker. Arguments and answer cross by structured clone. */
export interface StoreCall {
  readonly port: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Errors cross as text, because structured clone loses their class. */
export type StoreReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly problem: string; readonly detail: string };
