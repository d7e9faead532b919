import { pino } from 'pino';
import type { LogLevel } from '../../src/domain/config.ts';
import type { Log, LogFields } from '../../src/ports/log.ts';
import { readableLogLine } from './log-line.ts';
import { secretStriker } from './strike-secrets.ts';

/** Something that takes lines: `process.stderr`, or a test's list. */
export interface LineSink {
  write(line: string): unknown;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** `json` is one object a line, for machines; `text` is for people at a terminal. */
  readonly format: 'json' | 'text';
  /** Never standard output: that belongs to the commands' results. */
  readonly destination: LineSink;
  /** Secrets in the clear, to be struck out wherever they turn up. */
  readonly secrets: readonly string[];
}

/** The log on pino: level, time in ISO 8601, sentence, fields; without secrets. */
export function createLog({ level, format, destination, secrets }: LogOptions): Log {
  const strike = secretStriker(secrets);
  const sink =
    format === 'json' ? destination : { write: (line: string) => destination.write(readableLogLine(line)) };
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  );
  const clean = (fields: LogFields = {}) => strikeFields(fields, strike);
  return {
    info: (sentence, fields) => logger.info(clean(fields), strike(sentence)),
    warn: (sentence, fields) => logger.warn(clean(fields), strike(sentence)),
    error: (sentence, fields) => logger.error(clean(fields), strike(sentence)),
  };
}

/** Names under which no value may show, whatever it looks like. */
const secretName = /token|secret|password|api_?key|authorization|cookie/i;

function strikeFields(fields: LogFields, strike: (text: string) => string): LogFields {
  const entries = Object.entries(fields).map(([name, value]): [string, LogFields[string]] => {
    if (typeof value === 'string') return [name, secretName.test(name) ? '(secret)' : strike(value)];
    return [name, typeof value === 'object' && value !== null ? value.map(strike) : value];
  });
  return Object.fromEntries(entries);
}
