import { fileURLToPath } from 'node:url';
import { readDocuments } from '../../adapters/documents/read-documents.ts';
import type { Assembly } from '../assemble.ts';
import { importDocument } from '../collect/import-corpus.ts';

const notesFolder = fileURLToPath(new URL('../../config/corpus', import.meta.url));

/** Loads the shipped notes; those that are known already are left as they are. */
export async function loadNotes(assembly: Assembly): Promise<void> {
  if (!assembly.config.corpus.notes) return;
  const { tools } = assembly.collect;
  for (const { raw, problem } of await readDocuments(notesFolder, 'note', tools.pageExtractor)) {
    if (raw) await importDocument(raw, assembly.clock.nowMs(), tools);
    else assembly.log.warn('Note could not be read', { problem: problem ?? '' });
  }
}
