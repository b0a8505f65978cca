import type { LabPort } from '../port';
import type { paginationOf } from './pagination';

/** Files as the command sees them, by absolute path. */
export interface CliFiles {
  /** The content, or why not. */
  read(path: string): Promise<Uint8Array | 'absent' | 'directory'>;
  /** @param modifiedMs when it was changed last, where that is not now */
  write(path: string, bytes: Uint8Array, modifiedMs?: number): Promise<void>;
  remove(path: string): Promise<void>;
  /** The files in a folder and below it. */
  list(folder: string): Promise<readonly ListedFile[]>;
}

export interface ListedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly modifiedMs: number;
}

/** What the `aws` command stands on. */
export interface CliHost {
  readonly port: LabPort;
  readonly files: CliFiles;
  /** Exported variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdin: Uint8Array;
  /** How operations are paginated, where it is not the CLI's own table that says so. */
  readonly pagination?: typeof paginationOf;
}

/** What a command said and with what it ended. */
export interface CliOutcome {
  readonly stdout: string | Uint8Array;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A path as the user wrote it, with `~` and `$VARIABLES` expanded, from the working directory. */
export function expandPath(path: string, { env, cwd }: Pick<CliHost, 'env' | 'cwd'>): string {
  return resolvePath(cwd, expandNames(path, env));
}

/** Expands `~` at the start and `$NAME` or `${NAME}` anywhere; unknown names stay as they are. */
export function expandNames(path: string, env: Readonly<Record<string, string>>): string {
  const home = path === '~' || path.startsWith('~/') ? `${env.HOME ?? '~'}${path.slice(1)}` : path;
  return home.replace(/\$(\w+|\{\w+\})/g, (name) => env[name.replace(/[${}]/g, '')] ?? name);
}

export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
