/** Where a command writes. Results go to `out`, one JSON object a line with `--json`; all else goes to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isJson: boolean;
  readonly color: boolean;
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value)}\n`);
}
