import type { ShellSnapshot, StoredFile } from './snapshot';

export interface NewShell {
  /** Whose shell it is: `$USER` and the name of the home folder. */
  readonly user: string;
  readonly region: string;
  /** Keys of the default profile; without them nobody is signed in. */
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  readonly nowMs: number;
  /** Further files by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The shell before its first cell: a home folder with the two files the CLI reads. */
export function newShell(options: NewShell): ShellSnapshot {
  const { user, region, accessKeyId, secretAccessKey, nowMs } = options;
  const home = `/home/${user}`;
  const file = (text: string, mode = 0o644): StoredFile => ({ kind: 'text', text, mode, mtimeMs: nowMs });
  const folder: StoredFile = { kind: 'folder', mode: 0o755, mtimeMs: nowMs };
  const credentials =
    accessKeyId === undefined
      ? ''
      : `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  const files = Object.entries(options.files ?? {}).map(([path, text]) => [path, file(text)] as const);
  return {
    files: {
      [home]: folder,
      [`${home}/.aws`]: folder,
      [`${home}/.aws/config`]: file(`[default]\nregion = ${region}\noutput = json\n`, 0o600),
      [`${home}/.aws/credentials`]: file(credentials, 0o600),
      '/tmp': { ...folder, mode: 0o777 },
      ...Object.fromEntries(files),
    },
    cwd: home,
    env: {
      HOME: home,
      USER: user,
      LOGNAME: user,
      SHELL: '/bin/bash',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      PWD: home,
      OLDPWD: home,
      HOSTNAME: 'lab',
      ...options.env,
    },
    variables: {},
    declarations: [],
    functions: {},
    options: [],
    shopts: ['expand_aliases'],
    lastStatus: 0,
    cells: 0,
  };
}
