import type { Log, LogFields } from '../../src/ports/log.ts';

export interface LogRecord {
  readonly level: 'info' | 'warn' | 'error';
  readonly sentence: string;
  readonly fields: LogFields;
}

/** A log that keeps what it was told, in order. */
export class RecordingLog implements Log {
  readonly records: LogRecord[] = [];

  info(sentence: string, fields: LogFields = {}): void {
    this.records.push({ level: 'info', sentence, fields });
  }

  warn(sentence: string, fields: LogFields = {}): void {
    this.records.push({ level: 'warn', sentence, fields });
  }

  error(sentence: string, fields: LogFields = {}): void {
    this.records.push({ level: 'error', sentence, fields });
  }

  sentences(level: LogRecord['level']): readonly string[] {
    return this.records.filter((record) => record.level === level).map(({ sentence }) => sentence);
  }
}
