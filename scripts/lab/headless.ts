import { type CellResult, cloudPort, type RanStatement, runCell, type ShellSnapshot } from '../../lib/cli';
import { Cloud } from '../../lib/cloud';
import { freshShell, type Lesson } from '../../lib/run';

export interface Beginning extends Pick<Lesson<unknown>, 'seed' | 'startMs' | 'region' | 'identities'> {}

/** A script may work for this long in real time. */
const WALL_MS = 600_000;

/** A lab without a screen: the engine and a shell in one thread. */
export class Headless {
  readonly cloud: Cloud;
  private readonly seed: string;
  private shell: ShellSnapshot;

  constructor({ seed, startMs, region, identities }: Beginning) {
    this.seed = seed;
    this.cloud = new Cloud({ seed, startMs });
    this.shell = freshShell({ region, identities, nowMs: startMs });
  }

  /** Runs one cell after those before. */
  async run(
    source: string,
    ended?: (statement: RanStatement) => void,
    signal?: AbortSignal,
  ): Promise<CellResult> {
    const limits = { wallMs: WALL_MS };
    const port = cloudPort(this.cloud);
    const result = await runCell(this.shell, source, { port, seed: this.seed, limits, ended, signal });
    this.shell = result.snapshot;
    return result;
  }

  get hash(): string {
    return this.cloud.world.hash();
  }
}
