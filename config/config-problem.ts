/** One mistake in the configuration, told such that a person can mend it. */
export interface ConfigProblem {
  /** Setting (`network.perHostDelayMs`) or environment variable. */
  readonly key: string;
  /** File with line, or `environment`. */
  readonly where: string;
  /** The value as found, shortened; `null` where there is none to show or where it may be a secret. */
  readonly value: string | null;
  /** What is wrong, beginning in lower case: it follows on the key. */
  readonly problem: string;
  /** What to do, as a sentence of its own. */
  readonly wayOut: string;
}

/** The problem in one line: `digest.zone (wirewatch.yaml, line 4) is "Berlin": it must be … Write …` */
export function describeProblem({ key, where, value, problem, wayOut }: ConfigProblem): string {
  const found = value === null ? '' : ` is ${value}`;
  return `${key} (${where})${found}: ${problem}. ${wayOut}`;
}

const longestShownChars = 80;

/** Beginnings of tokens that end up in the wrong place: Slack's, OpenAI's. */
const tokenShape = /\b(?:xox[a-z]|xapp|sk)-[^\s"]*/g;

/** A value for showing. Tokens go, and addresses lose their credentials and query, where tokens like to hide. */
export function showValue(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  const safe = json
    .replace(/\/\/[^/"\s]*@/g, '//…@')
    .replace(/\?[^"\s]*/g, '?…')
    .replace(tokenShape, '…');
  return safe.length > longestShownChars ? `${safe.slice(0, longestShownChars)}…` : safe;
}
