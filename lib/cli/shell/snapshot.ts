/** A file, folder or link of the shell. Text is kept as text, other bytes as base64. */
export type StoredFile = { readonly mode: number; readonly mtimeMs: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'link'; readonly target: string }
);

/** Everything a shell leaves behind after a cell, as plain data. It is never changed, only replaced. */
export interface ShellSnapshot {
  /** By absolute path, in the order of the paths. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly cwd: string;
  /** Exported variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Variables that are not exported, positional parameters and aliases among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Lines that declare arrays and the attributes of variables again. */
  readonly declarations: readonly string[];
  /** Source text of each function. */
  readonly functions: Readonly<Record<string, string>>;
  /** Names of what `set -o` has switched on. */
  readonly options: readonly string[];
  /** Names of what `shopt` has switched on. */
  readonly shopts: readonly string[];
  readonly lastStatus: number;
  /** How many cells came before: chance differs from cell to cell. */
  readonly cells: number;
}
