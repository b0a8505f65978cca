/** What stops a cell. */
export interface CellLimits {
  readonly commands: number;
  /** Of what the cell prints. */
  readonly outputBytes: number;
  /** Of real time. */
  readonly wallMs: number;
}

export const CELL_LIMITS: CellLimits = { commands: 20_000, outputBytes: 1_000_000, wallMs: 120_000 };

/** Why a cell was stopped, in the lab's words. */
export interface Stop {
  readonly note: string;
}

function tooManyCommands({ commands }: CellLimits): Stop {
  return {
    note: `The lab stopped this cell after ${counted(commands)} commands: it looks like a loop without an end.`,
  };
}

export function tooMuchOutput({ outputBytes }: CellLimits): Stop {
  return { note: `The lab stopped this cell after it had printed ${counted(outputBytes)} bytes.` };
}

export function tooLong({ wallMs }: CellLimits): Stop {
  return { note: `The lab stopped this cell after ${Math.round(wallMs / 1000)} seconds.` };
}

export const INTERRUPTED: Stop = { note: 'Stopped.' };

/** The exit status of a cell that was stopped, as of a program ended by Ctrl+C. */
export const STOPPED_STATUS = 130;

/** The status with which the shell library ends at a limit of its own. */
export const LIBRARY_STOP_STATUS = 126;

/** What the shell library says when one of its own limits is reached; undefined where it says no such thing. */
export function libraryStop(stderr: string, limits: CellLimits): Stop | undefined {
  if (/too many (commands|iterations)/.test(stderr)) return tooManyCommands(limits);
  if (/output size/.test(stderr)) return tooMuchOutput(limits);
  const other = /^bash: (.*?(?:limit exceeded|recursion depth[^,]*)(?: \([^)]*\))?)/m.exec(stderr)?.[1];
  return other === undefined ? undefined : { note: `The lab stopped this cell: ${other}.` };
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
