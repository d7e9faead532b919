/** A log line for a person at a terminal, from the JSON line that a machine would get. */
export function readableLogLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json);
  const at = new Date(time).toISOString().slice(11, 19);
  const details = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${[at, String(level).padEnd(5), msg, ...details].join(' ')}\n`;
}
