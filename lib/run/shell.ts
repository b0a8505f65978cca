/** What a shell leaves behind after a cell. More than this belongs to the shell and is carried untouched. */
export interface ShellState {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}
