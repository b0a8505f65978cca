import { needs } from '../../base';
import { cloudPort, complete, type LabPort, type RanStatement, runCell, type ShellSnapshot } from '../../cli';
import { Cloud } from '../../cloud';
import { type CellEnd, freshShell } from '../../run';
import type { CompletionView } from '../../views';
import { type Remote, remote } from '../rpc';
import type { ConsoleSetting, LabApi, ShellApi, ShellEvents } from './protocol';

// Declarations are code, so this thread has them without asking: an empty cloud lends them.
const declared = cloudPort(new Cloud({ seed: 'declarations', startMs: 0 }));

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
      services: declared.services,
      operations: declared.operations,
      nowMs: () => lab.nowMs(),
      advance: (ms) => lab.advance(ms),
    };
    this.attached = { port, setting };
  }

  private get to(): Attached {
    needs(this.attached, 'the shell has a line to the lab');
    return this.attached;
  }

  async run(source: string, shell: ShellSnapshot | undefined): Promise<CellEnd> {
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

  async complete(line: string, caret: number, shell: ShellSnapshot | undefined): Promise<CompletionView> {
    const snapshot = shell ?? (await this.fresh());
    const { from, to, options } = complete(line, caret, { port: this.to.port, snapshot });
    return { from, to, items: options.map(({ text, about }) => ({ text, detail: about })) };
  }

  private async fresh(): Promise<ShellSnapshot> {
    const { port, setting } = this.to;
    return freshShell({ ...setting, nowMs: await port.nowMs() });
  }
}
