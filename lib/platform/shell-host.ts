import { needs } from '../base';
import { type LabPort, type RanStatement, runCell, type ShellSnapshot } from '../cli';
import { freshShell } from '../run';
import type { CompletionView } from '../views';
import { declarationsOf, SERVICES } from './declarations';
import type { CellReport, ConsoleSetting, LabApi, ShellApi, ShellEvents } from './protocol';
import { type Remote, remote } from './rpc';

interface Attached {
  readonly port: LabPort;
  readonly setting: ConsoleSetting;
}

/** The shell's side of the page: one cell after the other, each in a shell made anew from a snapshot. */
export class ShellHost implements ShellApi {
  private readonly events: Remote<ShellEvents>;
  private attached: Attached | undefined;

  constructor(events: Remote<ShellEvents>) {
    this.events = events;
  }

  attach(line: MessagePort, setting: ConsoleSetting): void {
    const lab = remote<LabApi>(line);
    line.start();
    const port: LabPort = {
      send: (request) => lab.send(request),
      services: () => SERVICES,
      operations: declarationsOf,
      nowMs: () => lab.nowMs(),
      advance: (ms) => lab.advance(ms),
    };
    this.attached = { port, setting };
  }

  private get to(): Attached {
    needs(this.attached, 'the shell has a line to the lab');
    return this.attached;
  }

  async run(source: string, shell: ShellSnapshot | undefined): Promise<CellReport> {
    let count = 0;
    const ended = (statement: RanStatement) => {
      count += 1;
      void this.events.statement(statement, count - 1);
    };
    const before = shell ?? (await this.fresh());
    const { port, setting } = this.to;
    const { snapshot, ...ran } = await runCell(before, source, { ended, port, seed: setting.seed });
    return { ...ran, shell: snapshot };
  }

  async complete(_line: string, caret: number, _shell: ShellSnapshot | undefined): Promise<CompletionView> {
    return { from: caret, to: caret, items: [] };
  }

  private async fresh(): Promise<ShellSnapshot> {
    const { port, setting } = this.to;
    return freshShell({ ...setting, nowMs: await port.nowMs() });
  }
}
