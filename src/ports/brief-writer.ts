import type { BriefMaterial, DraftSentence } from '../domain/brief.ts';

export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly sentences: readonly DraftSentence[];
      readonly writer: string;
    }
  /** Down, slow, over budget, or an answer of the wrong shape; `problem` is a sentence. */
  | { readonly kind: 'unavailable'; readonly problem: string };

/** Writes the sentences of a brief. What it writes is checked by the gate before anybody sees it. */
export interface BriefWriter {
  write(material: BriefMaterial): Promise<WriteOutcome>;
}
