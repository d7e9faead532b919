import type { PageReading } from '../domain/entry.ts';

export interface PageBytes {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
}

/** Finds the article in an HTML page. Never throws for what a page holds. */
export interface PageExtractor {
  extract(page: PageBytes): Promise<PageReading>;
}
