import type { BriefMaterial } from '../../src/domain/brief.ts';
import type { BriefWriter, WriteOutcome } from '../../src/ports/brief-writer.ts';

export interface ScriptedWriter extends BriefWriter {
  /** What it was asked to write from, in order. */
  readonly asked: readonly BriefMaterial[];
}

/** Answers with the scripted outcomes, one a call, the last one again and again; an `Error` is thrown. */
export function createScriptedWriter(outcomes: readonly (WriteOutcome | Error)[]): ScriptedWriter {
  const asked: BriefMaterial[] = [];
  async function write(material: BriefMaterial): Promise<WriteOutcome> {
    const outcome = outcomes[Math.min(asked.length, outcomes.length - 1)];
    asked.push(material);
    if (outcome instanceof Error) throw outcome;
    return outcome ?? { kind: 'unavailable', problem: 'Nothing was scripted.' };
  }
  return { asked, write };
}
