import type { CliOutcome } from '../../aws/cli-host';
import type { ToolHost } from '../tool';
import type { OptionKinds } from './options';

export interface Subcommand {
  readonly name: string;
  /** What `-help` lists. */
  readonly options: OptionKinds;
  /** Throws `OpensslFailure` where it cannot go on. */
  run(args: readonly string[], host: ToolHost): Promise<CliOutcome>;
}
