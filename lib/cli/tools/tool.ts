import type { CliHost, CliOutcome } from '../aws/cli-host';

/** What a tool stands on. */
export interface ToolHost extends CliHost {
  /** Chance that follows from the run's seed. */
  randomBytes(length: number): Uint8Array;
  makeFolder(path: string): Promise<void>;
  /** What stands at a path; undefined where nothing does. Links are not followed. */
  look(path: string): Promise<Entry | undefined>;
  /** What stands in a folder. */
  entries(path: string): Promise<readonly Entry[]>;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly size: number;
  readonly mode: number;
  readonly modifiedMs: number;
  /** Where a link leads. */
  readonly target?: string | undefined;
}

/** A small program every shell has and the shell library lacks. */
export interface Tool {
  readonly name: string;
  readonly about: string;
  run(args: readonly string[], host: ToolHost): Promise<CliOutcome>;
}

export function printed(stdout: string | Uint8Array): CliOutcome {
  return { stdout, stderr: '', exitCode: 0 };
}

/** @param text without the program's name, which is put before it. */
export function failed(program: string, text: string, exitCode = 1): CliOutcome {
  return { stdout: '', stderr: `${program}: ${text}\n`, exitCode };
}

/** The content of a file, or of the input where the name is absent or `-`; undefined where there is none. */
export async function inputOf(name: string | undefined, host: ToolHost): Promise<Uint8Array | undefined> {
  if (name === undefined || name === '-') return host.stdin;
  const content = await host.files.read(pathOf(name, host));
  return typeof content === 'string' ? undefined : content;
}

export function pathOf(name: string, { cwd }: ToolHost): string {
  return name.startsWith('/') ? name : `${cwd === '/' ? '' : cwd}/${name}`;
}
