/** A piece of a query. `written` is the text as it stands in the query. */
export type QueryToken =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not'; readonly written: string }
  | { readonly kind: 'regex'; readonly written: string; readonly source: string }
  | TermToken;

export interface TermToken {
  readonly kind: 'term';
  readonly written: string;
  /** In lower case, as `entity` in `entity:huawei`; `null` for words alone. */
  readonly field: string | null;
  /** Without the quotes. */
  readonly value: string;
}
