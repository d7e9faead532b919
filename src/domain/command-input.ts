/** A command as somebody wants it run: its name, and its options as text. */
export interface CommandInput {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}
