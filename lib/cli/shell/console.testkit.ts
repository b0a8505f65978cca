import { Cloud, HOME_ACCESS_KEY } from '../../cloud';
import { cloudPort } from '../cloud-port';
import { type CellOptions, type CellResult, runCell } from './cell';
import { newShell } from './new-shell';
import type { ShellSnapshot } from './snapshot';

export const START_MS = Date.UTC(2026, 10, 22, 10);

/** A console on a lab of its own, for tests: cells one after the other. */
export class Console {
  readonly cloud: Cloud;
  shell: ShellSnapshot;
  private readonly seed: string;

  constructor(seed = 'console') {
    this.seed = seed;
    this.cloud = new Cloud({ seed, startMs: START_MS });
    this.shell = newShell({
      user: 'student',
      region: 'eu-west-1',
      accessKeyId: HOME_ACCESS_KEY,
      secretAccessKey: 'secret',
      nowMs: START_MS,
    });
  }

  /** Runs a cell; the next one begins with what it leaves, which has been written down and read again. */
  async run(source: string, options: Partial<CellOptions> = {}): Promise<CellResult> {
    const result = await runCell(this.shell, source, {
      port: cloudPort(this.cloud),
      seed: this.seed,
      ...options,
    });
    this.shell = JSON.parse(JSON.stringify(result.snapshot)) as ShellSnapshot;
    return result;
  }

  /** What a terminal would show of a cell. */
  async say(source: string): Promise<string> {
    const { statements } = await this.run(source);
    return statements
      .map(({ stdout, stderr, turns, note }) => {
        const printed = turns?.map(({ text }) => text).join('') ?? stdout + stderr;
        return printed + (note ?? '');
      })
      .join('');
  }
}
