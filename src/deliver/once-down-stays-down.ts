import type { BriefMaterial } from '../domain/brief.ts';
import type { WriteOutcome } from '../ports/brief-writer.ts';
import type { Log } from '../ports/log.ts';
import { type BriefWriters, tryWriter } from './write-brief.ts';

/**
 * Hands out the writers story by story: once the preferred one was unavailable, the fallback alone. Asked on, a model
 * that does not answer would cost each story its whole deadline, and delay the digest by minutes.
 */
export function onceDownStaysDown(writers: BriefWriters, log: Log): () => BriefWriters {
  if (writers.preferred === writers.fallback) return () => writers;
  let isDown = false;

  async function write(material: BriefMaterial): Promise<WriteOutcome> {
    const outcome = await tryWriter(writers.preferred, material);
    if (outcome.kind === 'unavailable' && !isDown) {
      isDown = true;
      log.warn('Writer is down; the fallback writes the rest', { problem: outcome.problem });
    }
    return outcome;
  }

  const { fallback } = writers;
  return () => (isDown ? { preferred: fallback, fallback } : { preferred: { write }, fallback });
}
